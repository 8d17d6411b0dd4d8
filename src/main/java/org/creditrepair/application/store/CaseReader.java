package org.creditrepair.application.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.creditrepair.application.model.AppliedRule;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseFileBuilder;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseItemBuilder;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.ItemMaterial;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.model.Submitter;
import org.creditrepair.application.model.Submitter.HandedIn;
import org.creditrepair.registry.register.SubjectRow;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.RecordParameters;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
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
                a.subject_address, a.legal_representative, a.registration_authority, a.contact_name, a.contact_mobile, a.agent_name,
                a.agent_mobile, a.email, a.handed_over_by, a.channel, a.status as application_status,
                a.submitted_by, a.submitted_group, a.submitted_at,
                a.closed_at as application_closed_at
            from joint_application a join application_item i on i.application_no = a.application_no
            """;

    private static final BusinessRowMapper<Submitter> SUBMITTER =
            BusinessRowMapper.of(Submitter.class)
                    .column("account", "submitted_by")
                    .column("group", "submitted_group");

    private static final BusinessRowMapper<CaseItem> ITEM =
            BusinessRowMapper.of(CaseItem.class)
                    .column("itemCode", "item")
                    .with(
                            "request",
                            BusinessRowMapper.of(CaseItem.Request.class)
                                    .with(
                                            "earlierCase",
                                            row -> earlier(row.getString("earlier_case"))))
                    .with("materials", row -> List.of())
                    .with("stages", row -> List.of())
                    .with("rules", row -> List.of());

    private static final BusinessRowMapper<CaseFile> FILE =
            BusinessRowMapper.of(CaseFile.class)
                    .with(
                            "applicant",
                            BusinessRowMapper.of(CaseFile.Applicant.class)
                                    .with("subject", SubjectRow.SUBJECT)
                                    .column("address", "subject_address")
                                    .with("contact", row -> person(row, "contact"))
                                    .with("agent", row -> person(row, "agent")))
                    .with(
                            "filing",
                            BusinessRowMapper.of(CaseFile.Filing.class)
                                    .with("submitter", SUBMITTER))
                    .column("status", "application_status")
                    .column("closedAt", "application_closed_at")
                    .with("items", row -> List.of());

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

    /** Those handed in last come first. */
    List<CaseFile> handedIn(HandedIn wanted) {
        return jdbc.sql(
                        ROWS
                                + """
                                where a.application_no in (
                                    select j.application_no from joint_application j
                                    where j.region = :region
                                        and (cast(:group as varchar) is null
                                            or j.submitted_group = :group)
                                        and (cast(:subjectCode as varchar) is null
                                            or j.subject_code = :subjectCode)
                                        and (cast(:account as varchar) is null
                                            or j.submitted_by = :account)
                                        and (cast(:status as varchar) is null
                                            or j.status = :status)
                                        and (cast(:itemStatus as varchar) is null or exists (
                                            select 1 from application_item s
                                            where s.application_no = j.application_no
                                                and s.status = :itemStatus))
                                        and (cast(:words as varchar) is null
                                            or :words in (
                                                j.application_no, j.subject_code, j.subject_name)
                                            or exists (
                                                select 1 from application_item r
                                                where r.application_no = j.application_no
                                                    and r.record_no = :words))
                                    order by j.submitted_at desc, j.application_no desc
                                    offset :offset rows fetch first :size rows only)
                                order by a.submitted_at desc, a.application_no desc, i.item_no""")
                .paramSource(
                        RecordParameters.of(wanted)
                                .with("offset", (long) wanted.page() * HandedIn.PAGE)
                                .with("size", HandedIn.PAGE))
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
                    files.add(CaseFileBuilder.builder(file).items(items).build());
                }
                items.clear();
                file = FILE.mapRow(rows, 0);
                parts = new Parts(no);
            }
            items.add(parts.of(ITEM.mapRow(rows, 0)));
        }
        if (file != null) {
            files.add(CaseFileBuilder.builder(file).items(items).build());
        }
        return files;
    }

    private static @Nullable CaseKey earlier(@Nullable String key) {
        return key == null ? null : CaseKey.parse(key);
    }

    private static CaseFile.@Nullable Person person(ResultSet row, String part)
            throws SQLException {
        String name = row.getString(part + "_name");
        return name == null ? null : new CaseFile.Person(name, row.getString(part + "_mobile"));
    }

    /** Child rows of the items of one application, read lazily, all at once. */
    private final class Parts {

        private final Supplier<Map<Integer, List<ItemMaterial>>> attached;
        private final Supplier<Map<Integer, List<StageRecord>>> passed;
        private final Supplier<Map<Integer, List<AppliedRule>>> applied;

        Parts(String applicationNo) {
            attached = SingletonSupplier.of(() -> materials.attachedTo(applicationNo));
            passed = SingletonSupplier.of(() -> stages.findByApplication(applicationNo));
            applied = SingletonSupplier.of(() -> rules.findByApplication(applicationNo));
        }

        CaseItem of(CaseItem item) {
            int no = item.key().itemNo();
            return CaseItemBuilder.builder(item)
                    .materials(new LazyList<>(() -> attached.get().getOrDefault(no, List.of())))
                    .stages(new LazyList<>(() -> passed.get().getOrDefault(no, List.of())))
                    .rules(new LazyList<>(() -> applied.get().getOrDefault(no, List.of())))
                    .build();
        }
    }
}
