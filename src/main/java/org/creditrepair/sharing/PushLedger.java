package org.creditrepair.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.calendar.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of all pushes (推送台账): what was to be told to whom, and what came of it. */
@Repository
public class PushLedger {

    private static final int MAX_ERROR = 1000;
    private static final int MAX_RECEIPT = 2000;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    public PushLedger(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Enters pushes as pending; one that is known by its key stays as it is. */
    @Transactional
    public void open(List<NewPush> pushes) {
        for (NewPush push : pushes) {
            boolean known =
                    jdbc.sql("select 1 from push where idempotency_key = ?")
                            .param(push.idempotencyKey())
                            .query(Integer.class)
                            .optional()
                            .isPresent();
            if (!known) {
                insert(push);
            }
        }
    }

    private void insert(NewPush push) {
        jdbc.sql(
                        """
                        insert into push (idempotency_key, sharing_no, platform, region, event,
                            record_no, payload, status, attempts, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, ?)""")
                .params(
                        push.idempotencyKey(),
                        push.sharingNo(),
                        push.platform(),
                        push.region().value(),
                        push.event().name(),
                        push.recordNo(),
                        push.payload(),
                        clock.now())
                .update();
    }

    /** The platforms a sharing goes to. */
    public List<String> platformsOf(String sharingNo) {
        return jdbc.sql("select distinct platform from push where sharing_no = ? order by platform")
                .param(sharingNo)
                .query(String.class)
                .list();
    }

    /**
     * What a platform has yet to be told in a sharing, in the order entered. What it was not told
     * of the same records before comes first: it never learns of a repair before the listing.
     */
    public List<Push> pending(String sharingNo, String platform) {
        return jdbc.sql(
                        """
                        select * from push
                        where sharing_no = :sharing and platform = :platform and status = 'PENDING'
                        union
                        select earlier.* from push p
                        join push earlier on earlier.region = p.region
                            and earlier.record_no = p.record_no
                            and earlier.platform = p.platform and earlier.id < p.id
                        where p.sharing_no = :sharing and p.platform = :platform
                            and p.status = 'PENDING' and earlier.status = 'PENDING'
                        order by id""")
                .param("sharing", sharingNo)
                .param("platform", platform)
                .query(PushLedger::push)
                .list();
    }

    /** The platform has taken it; its receipt is kept. */
    public void delivered(Push push, String receipt) {
        jdbc.sql(
                        """
                        update push set status = 'DELIVERED', attempts = attempts + 1,
                            last_attempt_at = ?, delivered_at = ?, receipt = ?, last_error = null
                        where id = ?""")
                .params(clock.now(), clock.now(), cut(receipt, MAX_RECEIPT), push.id())
                .update();
    }

    /** An attempt failed; it stays pending. */
    public void failed(Push push, String error) {
        jdbc.sql(
                        """
                        update push set attempts = attempts + 1, last_attempt_at = ?, last_error = ?
                        where id = ?""")
                .params(clock.now(), cut(error, MAX_ERROR), push.id())
                .update();
    }

    private static String cut(String text, int max) {
        return text == null || text.length() <= max ? text : text.substring(0, max);
    }

    private static Push push(ResultSet row, int number) throws SQLException {
        return new Push(
                row.getLong("id"),
                row.getString("idempotency_key"),
                row.getString("platform"),
                PlatformEvent.valueOf(row.getString("event")),
                row.getString("record_no"),
                row.getString("payload"),
                row.getString("status").equals("DELIVERED"),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getString("receipt"),
                BusinessClock.at(row.getObject("delivered_at", OffsetDateTime.class)));
    }
}
