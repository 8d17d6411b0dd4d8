package org.creditrepair.application.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.creditrepair.application.model.ApplicationStatus;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.model.Submitter.HandedIn;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.creditrepair.storage.RecordParameters;
import org.creditrepair.task.RefusalReason;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code joint_application} and {@code application_item}. */
@Repository
public class ApplicationStore {

    private static final BusinessRowMapper<CaseKey> KEY = BusinessRowMapper.of(CaseKey.class);

    private final JdbcClient jdbc;
    private final MaterialStore materials;
    private final CaseReader reader;
    private final LoadedFiles loaded;

    ApplicationStore(
            JdbcClient jdbc, MaterialStore materials, CaseReader reader, LoadedFiles loaded) {
        this.jdbc = jdbc;
        this.materials = materials;
        this.reader = reader;
        this.loaded = loaded;
    }

    public long nextNumber(RegionCode region) {
        return Inserts.idOf(
                jdbc.sql("insert into application_number (region) values (?)")
                        .param(region.value()));
    }

    public Map<String, String> subjectNames(Set<String> applicationNos) {
        return jdbc
                .sql(
                        """
                        select application_no, subject_name from joint_application
                        where application_no in (:numbers)""")
                .param("numbers", applicationNos)
                .query(
                        (row, n) ->
                                Map.entry(
                                        row.getString("application_no"),
                                        row.getString("subject_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void insert(CaseFile file) {
        loaded.forget(file.applicationNo());
        jdbc.sql(
                        """
                        insert into joint_application (application_no, region, progress_code,
                            subject_type, subject_name, subject_code, subject_address,
                            legal_representative, registration_authority, contact_name, contact_mobile, agent_name, agent_mobile, email, handed_over_by,
                            channel, status, submitted_by, submitted_group, submitted_at)
                        values (:applicationNo, :region, :progressCode, :applicant.subject.type,
                            :applicant.subject.name, :applicant.subject.code,
                            :applicant.address, :applicant.legalRepresentative,
                            :applicant.registrationAuthority, :applicant.contact.name,
                            :applicant.contact.mobile, :applicant.agent.name,
                            :applicant.agent.mobile, :applicant.email, :filing.submitter.handedOverBy,
                            :filing.channel, :status, :filing.submitter.account,
                            :filing.submitter.group, :filing.submittedAt)""")
                .paramSource(RecordParameters.of(file))
                .update();
        file.items().forEach(this::insertItem);
    }

    private void insertItem(CaseItem item) {
        jdbc.sql(
                        """
                        insert into application_item (application_no, item_no, item, record_no,
                            reason, obligations_fulfilled_on, ground, measure, shield_until,
                            shorten_to, earlier_case, unit, status, corrected)
                        values (:key.applicationNo, :key.itemNo, :itemCode, :recordNo,
                            :request.reason, :request.obligationsFulfilledOn,
                            :request.ground, :request.measure, :request.shieldUntil,
                            :request.shortenTo, :earlierCase, :unit, :state.status, false)""")
                .paramSource(
                        RecordParameters.of(item)
                                .with(
                                        "earlierCase",
                                        Objects.toString(item.request().earlierCase(), null)))
                .update();
        materials.attach(item.key(), item.materials());
    }

    /** The application, which must exist. */
    public CaseFile require(String applicationNo) {
        return find(applicationNo)
                .orElseThrow(() -> new IllegalArgumentException("无此申请：" + applicationNo));
    }

    public Optional<CaseFile> find(String applicationNo) {
        return loaded.get(applicationNo, reader::read);
    }

    /** The applications of a window or portal, a page of them, the latest first. */
    public List<CaseFile> handedIn(HandedIn wanted) {
        return reader.handedIn(wanted);
    }

    /** The other applications of a subject in a region, the latest first, 20 at most. */
    public List<CaseFile> ofSubject(RegionCode region, String subjectCode, String but) {
        return reader.ofSubject(region, subjectCode, but);
    }

    /** Numbers of a region's open applications behind a number, in order. */
    public List<String> openAfter(RegionCode region, String applicationNo, int most) {
        return jdbc.sql(
                        """
                        select application_no from joint_application
                        where region = :region and status = 'IN_PROGRESS'
                            and application_no > :after
                        order by application_no fetch first :most rows only""")
                .param("region", region.value())
                .param("after", applicationNo)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** How many applications an account has handed in since a moment. */
    public int countSince(String account, OffsetDateTime moment) {
        return jdbc.sql(
                        """
                        select count(*) from joint_application
                        where submitted_by = ? and submitted_at >= ?""")
                .params(account, moment)
                .query(Integer.class)
                .single();
    }

    public Optional<String> numberOf(String progressCode) {
        return jdbc.sql("select application_no from joint_application where progress_code = ?")
                .param(progressCode)
                .query(String.class)
                .optional();
    }

    /** The last case about a record that has ended. */
    public Optional<CaseKey> lastCaseOf(RegionCode region, String recordNo) {
        return jdbc.sql(
                        """
                        select i.application_no, i.item_no from application_item i
                        join joint_application a on a.application_no = i.application_no
                        where a.region = ? and i.record_no = ? and i.status = 'CLOSED'
                        order by a.submitted_at desc, i.application_no desc limit 1""")
                .params(region.value(), recordNo)
                .query(KEY)
                .optional();
    }

    /** The last case by which a record was repaired and whose repair was not revoked. */
    public Optional<CaseKey> lastRepairOf(RegionCode region, String recordNo) {
        return jdbc.sql(
                        """
                        select i.application_no, i.item_no from application_item i
                        join joint_application a on a.application_no = i.application_no
                        where a.region = ? and i.record_no = ? and i.result = 'REPAIRED'
                            and i.revoked_at is null
                        order by a.submitted_at desc, i.application_no desc limit 1""")
                .params(region.value(), recordNo)
                .query(KEY)
                .optional();
    }

    /** Notes that the repair by which a case ended was revoked. */
    public void revoked(CaseKey key, OffsetDateTime at) {
        updateItem(key, "revoked_at = ?", at);
    }

    public void setStatus(CaseKey key, ItemStatus status) {
        updateItem(key, "status = ?", status.name());
    }

    public void setUnit(CaseKey key, String unit) {
        updateItem(key, "unit = ?", unit);
    }

    public void setRefusal(CaseKey key, RefusalReason reason) {
        updateItem(key, "refusal = ?", reason.name());
    }

    public void demandCorrection(CaseKey key) {
        updateItem(key, "corrected = true, status = ?", ItemStatus.AWAITING_CORRECTION.name());
    }

    public void explain(CaseKey key, String reason) {
        updateItem(key, "result_reason = ?", reason);
    }

    public void finish(CaseKey key, ItemResult result, @Nullable String reason, OffsetDateTime at) {
        updateItem(
                key,
                "status = ?, result = ?, result_reason = ?, closed_at = ?",
                ItemStatus.CLOSED.name(),
                result.name(),
                reason,
                at);
    }

    public void close(String applicationNo, OffsetDateTime at) {
        loaded.forget(applicationNo);
        jdbc.sql("update joint_application set status = ?, closed_at = ? where application_no = ?")
                .params(ApplicationStatus.CLOSED.name(), at, applicationNo)
                .update();
    }

    private void updateItem(CaseKey key, String set, @Nullable Object... values) {
        loaded.forget(key.applicationNo());
        jdbc.sql("update application_item set " + set + " where application_no = ? and item_no = ?")
                .params(values)
                .params(key.applicationNo(), key.itemNo())
                .update();
    }
}
