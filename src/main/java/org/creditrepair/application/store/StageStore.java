package org.creditrepair.application.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.task.Outcome;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code case_stage}. */
@Repository
public class StageStore {

    private static final BusinessRowMapper<StageRecord> STAGE =
            BusinessRowMapper.of(StageRecord.class);

    private final JdbcClient jdbc;
    private final LoadedFiles loaded;

    public StageStore(JdbcClient jdbc, LoadedFiles loaded) {
        this.loaded = loaded;
        this.jdbc = jdbc;
    }

    public void begin(
            CaseKey key,
            Stage stage,
            OffsetDateTime at,
            @Nullable OffsetDateTime warnAt,
            @Nullable OffsetDateTime dueAt) {
        loaded.forget(key.applicationNo());
        jdbc.sql(
                        """
                        insert into case_stage
                            (application_no, item_no, stage, started_at, warn_at, due_at)
                        values (:applicationNo, :itemNo, :stage, :startedAt, :warnAt, :dueAt)""")
                .param("applicationNo", key.applicationNo())
                .param("itemNo", key.itemNo())
                .param("stage", stage.name())
                .param("startedAt", at)
                .param("warnAt", warnAt)
                .param("dueAt", dueAt)
                .update();
    }

    /** The clock of the open stage stands still from then on, if it does not already. */
    public void pause(CaseKey key, OffsetDateTime at) {
        loaded.forget(key.applicationNo());
        jdbc.sql(
                        """
                        update case_stage set paused_at = ?
                        where application_no = ? and item_no = ? and ended_at is null
                            and paused_at is null""")
                .params(at, key.applicationNo(), key.itemNo())
                .update();
    }

    /** The open stage has other limits; its clock goes on or stands still as before. */
    public void setLimits(CaseKey key, @Nullable OffsetDateTime warnAt, OffsetDateTime dueAt) {
        loaded.forget(key.applicationNo());
        jdbc.sql(
                        """
                        update case_stage set warn_at = :warnAt, due_at = :dueAt
                        where application_no = :applicationNo and item_no = :itemNo
                            and ended_at is null""")
                .param("warnAt", warnAt)
                .param("dueAt", dueAt)
                .param("applicationNo", key.applicationNo())
                .param("itemNo", key.itemNo())
                .update();
    }

    /** The open stage has other limits, and its clock runs. */
    public void putOff(
            CaseKey key,
            @Nullable OffsetDateTime warnAt,
            @Nullable OffsetDateTime dueAt,
            int days) {
        loaded.forget(key.applicationNo());
        jdbc.sql(
                        """
                        update case_stage set paused_at = null, warn_at = ?, due_at = ?,
                            added_days = added_days + ?
                        where application_no = ? and item_no = ? and ended_at is null""")
                .params(warnAt, dueAt, days, key.applicationNo(), key.itemNo())
                .update();
    }

    public void end(
            CaseKey key,
            Stage stage,
            Outcome outcome,
            @Nullable String remark,
            @Nullable String actor,
            OffsetDateTime at) {
        loaded.forget(key.applicationNo());
        jdbc.sql(
                        """
                        update case_stage set ended_at = :endedAt, outcome = :outcome,
                            remark = :remark, actor = :actor
                        where application_no = :applicationNo and item_no = :itemNo
                            and stage = :stage and ended_at is null""")
                .param("endedAt", at)
                .param("outcome", outcome.name())
                .param("remark", remark)
                .param("actor", actor)
                .param("applicationNo", key.applicationNo())
                .param("itemNo", key.itemNo())
                .param("stage", stage.name())
                .update();
    }

    public void endOpen(CaseKey key, Outcome outcome, OffsetDateTime at) {
        loaded.forget(key.applicationNo());
        jdbc.sql(
                        """
                        update case_stage set ended_at = :endedAt, outcome = :outcome
                        where application_no = :applicationNo and item_no = :itemNo
                            and ended_at is null""")
                .param("endedAt", at)
                .param("outcome", outcome.name())
                .param("applicationNo", key.applicationNo())
                .param("itemNo", key.itemNo())
                .update();
    }

    /**
     * Open corrections of a region that end until a moment and were not reminded of, by case: a
     * page of them behind a case.
     */
    public List<CaseKey> lapsingCorrections(
            RegionCode region, OffsetDateTime until, CaseKey after, int limit) {
        return jdbc.sql(
                        """
                        select s.application_no, s.item_no from case_stage s
                            join joint_application a on a.application_no = s.application_no
                        where s.stage = 'CORRECTION' and s.ended_at is null
                            and s.due_at <= :until and s.reminded_on is null
                            and a.region = :region and (s.application_no > :afterNo
                                or s.application_no = :afterNo and s.item_no > :afterItem)
                        order by s.application_no, s.item_no fetch first %d rows only"""
                                .formatted(limit))
                .param("until", until)
                .param("region", region.value())
                .param("afterNo", after.applicationNo())
                .param("afterItem", after.itemNo())
                .query((row, n) -> new CaseKey(row.getString(1), row.getInt(2)))
                .list();
    }

    /** Notes that an applicant was reminded of the open correction. */
    public void reminded(CaseKey key, LocalDate today) {
        jdbc.sql(
                        """
                        update case_stage set reminded_on = ?
                        where application_no = ? and item_no = ? and stage = 'CORRECTION'
                            and ended_at is null""")
                .params(today, key.applicationNo(), key.itemNo())
                .update();
    }

    public List<StageRecord> findByCase(CaseKey key) {
        return jdbc.sql(
                        """
                        select * from case_stage where application_no = ? and item_no = ?
                        order by id""")
                .params(key.applicationNo(), key.itemNo())
                .query(STAGE)
                .list();
    }

    /** The stages of each item of an application, in the order begun, by item number. */
    Map<Integer, List<StageRecord>> findByApplication(String applicationNo) {
        return jdbc
                .sql("select * from case_stage where application_no = ? order by id")
                .param(applicationNo)
                .query((row, n) -> Map.entry(row.getInt("item_no"), STAGE.mapRow(row, n)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
