package org.creditrepair.registry.recognition;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.creditrepair.storage.RecordParameters;
import org.creditrepair.task.TaskAnswer;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code external_result}. */
@Repository
public class ExternalResultStore {

    private static final BusinessRowMapper<ExternalResult> RESULT =
            BusinessRowMapper.of(ExternalResult.class);

    private final JdbcClient jdbc;

    public ExternalResultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the same result was delivered before, by whomever. */
    public boolean isKnown(ExternalResult result) {
        return jdbc.sql(
                                """
                                select count(*) from external_result
                                where region = :region and record_no = :recordNo
                                    and platform = :platform and event = :decision.event
                                    and document_no = :decision.documentNo""")
                        .paramSource(RecordParameters.of(result))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** When a person last kept to the register against a platform. */
    public Optional<OffsetDateTime> lastDismissed(
            RegionCode region, String recordNo, String platform) {
        return jdbc.sql(
                        """
                        select decided_at from external_result
                        where region = ? and record_no = ? and platform = ?
                            and outcome = 'DISMISS'
                        order by id desc fetch first 1 rows only""")
                .params(region.value(), recordNo, platform)
                .query(
                        (row, n) ->
                                BusinessClock.at(row.getObject("decided_at", OffsetDateTime.class)))
                .optional();
    }

    public ExternalResult insert(ExternalResult result, OffsetDateTime at) {
        long id =
                Inserts.idOf(
                        jdbc.sql(
                                        """
                                        insert into external_result (region, record_no, platform,
                                            event, decided_on, document_no, sender, received_at,
                                            doubt, content)
                                        values (:region, :recordNo, :platform, :decision.event,
                                            :decision.decidedOn, :decision.documentNo, :sender,
                                            :receivedAt, :doubt, :content)""")
                                .paramSource(RecordParameters.of(result).with("receivedAt", at)));
        return find(id).orElseThrow();
    }

    public Optional<ExternalResult> find(long id) {
        return jdbc.sql("select * from external_result where id = ?")
                .param(id)
                .query(RESULT)
                .optional();
    }

    /** Stores the verdict of the rules about a result. */
    public void judged(long id, ExternalResult.Verdict verdict, @Nullable String doubt) {
        jdbc.sql("update external_result set verdict = ?, doubt = ? where id = ?")
                .params(verdict.name(), doubt, id)
                .update();
    }

    /** Stores the decision of a person; false if no doubtful result of this number is open. */
    public boolean decide(
            long id, RegionCode region, TaskAnswer answer, String account, OffsetDateTime at) {
        return jdbc.sql(
                                """
                                update external_result
                                set outcome = :outcome, remark = :remark, decided_by = :decidedBy,
                                    decided_at = :decidedAt
                                where id = :id and region = :region and verdict = 'DOUBTFUL'
                                    and outcome is null""")
                        .param("outcome", answer.outcome().name())
                        .param("remark", answer.comment())
                        .param("decidedBy", account)
                        .param("decidedAt", at)
                        .param("id", id)
                        .param("region", region.value())
                        .update()
                == 1;
    }

    /** Whether a result is to be applied: by the rules, or because a person decided so. */
    public boolean isToBeApplied(long id, RegionCode region) {
        return jdbc.sql(
                        """
                        select 1 from external_result
                        where id = ? and region = ? and (verdict = 'APPLY'
                            or outcome = 'APPLY' and decided_by is not null)""")
                .params(id, region.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
