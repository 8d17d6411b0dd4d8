package org.creditrepair.application.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.creditrepair.application.model.ApplicationStatus;
import org.creditrepair.application.model.AppliedRule;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Channel;
import org.creditrepair.application.model.ItemMaterial;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.model.Measure;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.model.Submitter;
import org.creditrepair.catalog.model.RegionCode;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.record.Subject;
import org.creditrepair.registry.record.SubjectCode;
import org.creditrepair.registry.record.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.function.SingletonSupplier;

/**
 * Reads applications: one select for the rows of an application and its items, and one each for the
 * materials, stages and rules of all items, once any of them is looked at.
 */
@Repository
class CaseReader {

    private static final String ROWS =
            """
            select i.*, a.region, a.progress_code, a.subject_type, a.subject_name, a.subject_code,
                a.subject_address, a.contact_name, a.contact_mobile, a.agent_name,
                a.agent_mobile, a.handed_over_by, a.channel, a.status as application_status,
                a.submitted_by, a.submitted_group, a.submitted_at,
                a.closed_at as application_closed_at
            from joint_application a join application_item i on i.application_no = a.application_no
            """;

    private final JdbcClient jdbc;
    private final MaterialStore materials;
    private final StageStore stages;
    private final AppliedRuleStore rules;

    CaseReader(
            JdbcClient jdbc, MaterialStore materials, StageStore stages, AppliedRuleStore rules) {
        this.jdbc = jdbc;
        this.materials = materials;
        this.stages = stages;
        this.rules = rules;
    }

    Optional<CaseFile> read(String applicationNo) {
        return jdbc
                .sql(ROWS + "where a.application_no = ? order by i.item_no")
                .param(applicationNo)
                .query(this::files)
                .stream()
                .findFirst();
    }

    List<CaseFile> ofSubject(RegionCode region, String subjectCode, String but) {
        return jdbc.sql(
                        ROWS
                                + """
                                where a.application_no in (
                                    select application_no from joint_application
                                    where region = ? and subject_code = ? and application_no <> ?
                                    order by submitted_at desc fetch first 20 rows only)
                                order by a.submitted_at desc, a.application_no, i.item_no""")
                .params(region.value(), subjectCode, but)
                .query(this::files);
    }

    private List<CaseFile> files(ResultSet rows) throws SQLException {
        List<CaseFile> files = new ArrayList<>();
        List<CaseItem> items = new ArrayList<>();
        CaseFile file = null;
        Parts parts = null;
        while (rows.next()) {
            String no = rows.getString("application_no");
            if (file == null || parts == null || !file.applicationNo().equals(no)) {
                if (file != null) {
                    files.add(file.with(items));
                }
                items.clear();
                file = file(rows);
                parts = new Parts(no);
            }
            items.add(item(rows, parts));
        }
        if (file != null) {
            files.add(file.with(items));
        }
        return files;
    }

    private static CaseItem item(ResultSet row, Parts parts) throws SQLException {
        CaseKey key = new CaseKey(row.getString("application_no"), row.getInt("item_no"));
        String result = row.getString("result");
        String measure = row.getString("measure");
        String earlier = row.getString("earlier_case");
        return new CaseItem(
                key,
                row.getString("item"),
                row.getString("record_no"),
                row.getString("reason"),
                row.getObject("obligations_fulfilled_on", LocalDate.class),
                Ground.valueOf(row.getString("ground")),
                measure == null ? null : Measure.valueOf(measure),
                row.getObject("shield_until", LocalDate.class),
                row.getObject("shorten_to", LocalDate.class),
                earlier == null ? null : CaseKey.parse(earlier),
                row.getString("unit"),
                ItemStatus.valueOf(row.getString("status")),
                result == null ? null : ItemResult.valueOf(result),
                row.getString("result_reason"),
                row.getBoolean("corrected"),
                parts.materials(key.itemNo()),
                parts.stages(key.itemNo()),
                parts.rules(key.itemNo()));
    }

    private static CaseFile file(ResultSet row) throws SQLException {
        String agent = row.getString("agent_name");
        String handedOverBy = row.getString("handed_over_by");
        SubjectType type = SubjectType.valueOf(row.getString("subject_type"));
        return new CaseFile(
                row.getString("application_no"),
                new RegionCode(row.getString("region")),
                row.getString("progress_code"),
                new Subject(
                        type,
                        row.getString("subject_name"),
                        SubjectCode.of(type, row.getString("subject_code"))),
                row.getString("subject_address"),
                new CaseFile.Person(row.getString("contact_name"), row.getString("contact_mobile")),
                agent == null ? null : new CaseFile.Person(agent, row.getString("agent_mobile")),
                Channel.valueOf(row.getString("channel")),
                ApplicationStatus.valueOf(row.getString("application_status")),
                new Submitter(
                        row.getString("submitted_by"),
                        row.getString("submitted_group"),
                        handedOverBy == null ? null : new RegionCode(handedOverBy)),
                StageStore.time(row, "submitted_at"),
                StageStore.time(row, "application_closed_at"),
                List.of());
    }

    /** What belongs to the items of one application, read once any of it is looked at. */
    private final class Parts {

        private final Supplier<Map<Integer, List<ItemMaterial>>> attached;
        private final Supplier<Map<Integer, List<StageRecord>>> passed;
        private final Supplier<Map<Integer, List<AppliedRule>>> applied;

        Parts(String applicationNo) {
            attached = SingletonSupplier.of(() -> materials.attachedTo(applicationNo));
            passed = SingletonSupplier.of(() -> stages.of(applicationNo));
            applied = SingletonSupplier.of(() -> rules.of(applicationNo));
        }

        List<ItemMaterial> materials(int itemNo) {
            return new LazyList<>(() -> attached.get().getOrDefault(itemNo, List.of()));
        }

        List<StageRecord> stages(int itemNo) {
            return new LazyList<>(() -> passed.get().getOrDefault(itemNo, List.of()));
        }

        List<AppliedRule> rules(int itemNo) {
            return new LazyList<>(() -> applied.get().getOrDefault(itemNo, List.of()));
        }
    }
}
