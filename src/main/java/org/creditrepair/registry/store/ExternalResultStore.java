package org.creditrepair.registry.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.registry.ExternalResult;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table {@code external_result}. */
@Repository
public class ExternalResultStore {

    private final JdbcClient jdbc;

    public ExternalResultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the same result was delivered before, by whomever. */
    public boolean isKnown(ExternalResult result) {
        return jdbc.sql(
                                """
                                select count(*) from external_result
                                where region = ? and record_no = ? and platform = ? and event = ?
                                and document_no = ?""")
                        .params(
                                result.region().value(),
                                result.recordNo(),
                                result.platform(),
                                result.event().name(),
                                result.documentNo())
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
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into external_result (region, record_no, platform, event,
                            decided_on, document_no, sender, received_at, doubt)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        result.region().value(),
                        result.recordNo(),
                        result.platform(),
                        result.event().name(),
                        result.decidedOn(),
                        result.documentNo(),
                        result.sender(),
                        at,
                        result.doubt())
                .update(key, "id");
        return find(key.getKey().longValue()).orElseThrow();
    }

    public Optional<ExternalResult> find(long id) {
        return jdbc.sql("select * from external_result where id = ?")
                .param(id)
                .query(
                        (row, n) ->
                                new ExternalResult(
                                        row.getLong("id"),
                                        new RegionCode(row.getString("region")),
                                        row.getString("record_no"),
                                        row.getString("platform"),
                                        ExternalResult.Event.valueOf(row.getString("event")),
                                        row.getObject("decided_on", LocalDate.class),
                                        row.getString("document_no"),
                                        row.getString("sender"),
                                        row.getString("doubt")))
                .optional();
    }

    public void doubt(long id, String doubt) {
        jdbc.sql("update external_result set doubt = ? where id = ?").params(doubt, id).update();
    }

    public void decide(long id, String outcome, String remark, String account, OffsetDateTime at) {
        jdbc.sql(
                        """
                        update external_result set outcome = ?, remark = ?, decided_by = ?,
                            decided_at = ?
                        where id = ?""")
                .params(outcome, remark, account, at, id)
                .update();
    }
}
