package org.creditrepair.supervision.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.RecordParameters;
import org.creditrepair.supervision.status.CaseStatus.Closing;
import org.creditrepair.supervision.status.CaseStatus.Filed;
import org.creditrepair.supervision.status.CaseStatus.Limit;
import org.creditrepair.task.RefusalReason;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code case_standing}, and the queue of what is to be added to the sums. */
@Repository
class CaseStatusStore {

    private static final BusinessRowMapper<CaseStatus> NOTED =
            BusinessRowMapper.of(CaseStatus.class)
                    .with(
                            "limit",
                            BusinessRowMapper.of(Limit.class)
                                    .with(
                                            "settled",
                                            row -> CaseStatus.settled(row.getString("standing"))));

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final BusinessClock clock;

    CaseStatusStore(JdbcClient jdbc, Catalog catalog, BusinessClock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** The standing of a case as its stages tell it now. */
    CaseStatus present(CaseKey key) {
        return jdbc.sql("select * from case_progress where application_no = ? and item_no = ?")
                .params(key.applicationNo(), key.itemNo())
                .query((row, n) -> present(row))
                .single();
    }

    private CaseStatus present(ResultSet row) throws SQLException {
        boolean late = row.getBoolean("late");
        boolean open = row.getObject("closed_at") == null;
        String stage = row.getString("stage");
        RegionCode region = new RegionCode(row.getString("region"));
        String item = row.getString("item");
        SlaStatus settled = open ? settled(row, late) : null;
        boolean limited = open && row.getObject("paused_at") == null;
        String result = row.getString("result");
        String refusal = row.getString("refusal");
        return new CaseStatus(
                new Filed(
                        key(row),
                        region,
                        item,
                        catalog.item(region, item).path(),
                        row.getString("channel"),
                        time(row, "submitted_at")),
                row.getString("unit"),
                stage == null || !open ? null : Stage.valueOf(stage),
                new Limit(
                        settled,
                        limited ? time(row, "warn_at") : null,
                        limited ? time(row, "due_at") : null),
                new Closing(
                        time(row, "closed_at"),
                        result == null ? null : ItemResult.valueOf(result),
                        refusal == null ? null : RefusalReason.valueOf(refusal)),
                row.getBoolean("corrected"),
                late);
    }

    private @Nullable SlaStatus settled(ResultSet row, boolean late) throws SQLException {
        if (late) {
            return SlaStatus.BREACHED;
        }
        if (row.getString("stage") == null) {
            return row.getInt("stages") == 0 ? SlaStatus.NOT_STARTED : SlaStatus.ON_TRACK;
        }
        StageRecord open =
                new StageRecord(
                        Stage.valueOf(row.getString("stage")),
                        time(row, "started_at"),
                        new StageRecord.Limit(
                                time(row, "warn_at"),
                                time(row, "due_at"),
                                time(row, "paused_at"),
                                0),
                        new StageRecord.End(null, null, null, null));
        boolean timeDecides =
                open.limit().pausedAt() == null
                        && open.limit().dueAt() != null
                        && open.stage() != Stage.CORRECTION;
        return timeDecides ? null : open.sla(clock.now());
    }

    /** The standing of a case as it was noted last; empty if it never was. */
    Optional<CaseStatus> noted(CaseKey key) {
        return jdbc.sql("select * from case_standing where application_no = ? and item_no = ?")
                .params(key.applicationNo(), key.itemNo())
                .query(NOTED)
                .optional();
    }

    void insert(CaseStatus standing) {
        jdbc.sql(
                        """
                        insert into case_standing (region, item, path, unit, channel, submitted_at,
                            stage, standing, warn_at, due_at, closed_at, result, refusal, corrected,
                            late, application_no, item_no)
                        values (:filed.region, :filed.item, :filed.path, :unit, :filed.channel,
                            :filed.submittedAt, :stage, :kind, :limit.warnAt, :limit.dueAt,
                            :closing.closedAt, :closing.result, :closing.refusal, :corrected,
                            :late, :filed.key.applicationNo, :filed.key.itemNo)""")
                .paramSource(RecordParameters.of(standing).with("kind", standing.kind()))
                .update();
    }

    void update(CaseStatus standing) {
        jdbc.sql(
                        """
                        update case_standing set unit = :unit, stage = :stage, standing = :kind,
                            warn_at = :limit.warnAt, due_at = :limit.dueAt,
                            closed_at = :closing.closedAt, result = :closing.result,
                            refusal = :closing.refusal, corrected = :corrected, late = :late
                        where application_no = :filed.key.applicationNo
                            and item_no = :filed.key.itemNo""")
                .paramSource(RecordParameters.of(standing).with("kind", standing.kind()))
                .update();
    }

    /** A case that is closed is to be added to the sums. */
    void queue(CaseStatus closed) {
        jdbc.sql("insert into untallied_case (application_no, item_no, closed_at) values (?, ?, ?)")
                .params(
                        closed.filed().key().applicationNo(),
                        closed.filed().key().itemNo(),
                        closed.closing().closedAt())
                .update();
    }

    private static CaseKey key(ResultSet row) throws SQLException {
        return new CaseKey(row.getString("application_no"), row.getInt("item_no"));
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return BusinessClock.at(row.getObject(column, OffsetDateTime.class));
    }
}
