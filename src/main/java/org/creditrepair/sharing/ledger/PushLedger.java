package org.creditrepair.sharing.ledger;

import static org.apache.commons.lang3.StringUtils.truncate;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.RecordParameters;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of all pushes (推送台账): contents, delivery status and receipts. */
@Repository
public class PushLedger {

    private static final BusinessRowMapper<Push> PUSH = BusinessRowMapper.of(Push.class);
    private static final int MAX_ERROR = 1000;
    private static final int MAX_RECEIPT = 2000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final BusinessClock clock;

    public PushLedger(JdbcClient jdbc, NamedParameterJdbcTemplate batches, BusinessClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Enters pushes as pending; one that is known by its key stays as it is. */
    @Transactional
    public void open(List<PushContent> pushes) {
        if (pushes.isEmpty()) {
            return;
        }
        Set<String> known =
                Set.copyOf(
                        jdbc.sql(
                                        """
                                        select idempotency_key from push
                                        where idempotency_key in (:keys)""")
                                .param(
                                        "keys",
                                        pushes.stream().map(PushContent::idempotencyKey).toList())
                                .query(String.class)
                                .list());
        batches.batchUpdate(
                """
                insert into push (idempotency_key, sharing_no, platform, region, event, record_no,
                    payload, unattended, status, attempts, created_at)
                values (:idempotencyKey, :sharingNo, :platform, :region, :event, :recordNo,
                    :payload,
                    :unattended, 'PENDING', 0, :now)""",
                pushes.stream()
                        .filter(push -> !known.contains(push.idempotencyKey()))
                        .map(push -> RecordParameters.of(push).with("now", clock.now()))
                        .toArray(RecordParameters[]::new));
    }

    /** The platforms of a sharing that have not followed yet. */
    public List<String> unsettledPlatformsOf(String sharingNo) {
        return jdbc.sql(
                        """
                        select distinct platform from push
                        where sharing_no = ? and status <> 'DELIVERED' order by platform""")
                .param(sharingNo)
                .query(String.class)
                .list();
    }

    /**
     * What is still to be done about platforms in a sharing, in the order entered: to be told, or,
     * where they were told, to be asked for the receipt. What a platform was not told of the same
     * records before comes first: it never learns of a repair before the listing.
     */
    public List<Push> outstanding(String sharingNo, Set<String> platforms) {
        return jdbc.sql(
                        """
                        select * from push where id in (
                            select id from push
                            where sharing_no = :sharing and platform in (:platforms)
                                and status <> 'DELIVERED'
                            union
                            select earlier.id from push p
                            join push earlier on earlier.region = p.region
                                and earlier.record_no = p.record_no
                                and earlier.platform = p.platform and earlier.id < p.id
                            where p.sharing_no = :sharing and p.platform in (:platforms)
                                and p.status = 'PENDING' and earlier.status = 'PENDING')
                        order by id""")
                .param("sharing", sharingNo)
                .param("platforms", platforms)
                .query(PUSH)
                .list();
    }

    /** Whether every receipt of a platform in a sharing is there; see {@link #standing}. */
    @Transactional
    public boolean isSettled(String sharingNo, String platform) {
        return standing(sharingNo, platform) == PushStanding.SETTLED;
    }

    /**
     * How far a platform has followed a sharing. Two who ask at once, or one who asks while a
     * receipt comes in, wait for each other until the transaction ends.
     */
    @Transactional
    public PushStanding standing(String sharingNo, String platform) {
        lockSharing(sharingNo, platform);
        return PushStanding.of(
                jdbc.sql("select distinct status from push where sharing_no = ? and platform = ?")
                        .params(sharingNo, platform)
                        .query(Push.Status.class)
                        .set());
    }

    /**
     * Everything that platforms were told about a case, the earliest first.
     *
     * @param caseKey {@code {applicationNo}-{itemNo}}
     */
    public List<Push> about(String caseKey) {
        List<String> sharings =
                Arrays.stream(PlatformEvent.values()).map(event -> caseKey + "-" + event).toList();
        return jdbc.sql("select * from push where sharing_no in (:sharings) order by id")
                .param("sharings", sharings)
                .query(PUSH)
                .list();
    }

    /** The pushes of a region with these keys, the earliest first. */
    List<Push> byKeys(RegionCode region, Set<String> idempotencyKeys) {
        return idempotencyKeys.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                select * from push
                                where region = :region and idempotency_key in (:keys)
                                order by id""")
                        .param("region", region.value())
                        .param("keys", idempotencyKeys)
                        .query(PUSH)
                        .list();
    }

    private void lockSharing(String sharingNo, String platform) {
        jdbc.sql(
                        """
                        select id from push where id = (select min(id) from push
                            where sharing_no = ? and platform = ?) for update""")
                .params(sharingNo, platform)
                .query(Long.class)
                .optional();
    }

    /** Finds a push by its key and keeps others from settling its sharing meanwhile. */
    @Transactional
    public Optional<Push> turnOf(RegionCode region, String platform, String idempotencyKey) {
        Optional<Push> known = byKey(region, platform, idempotencyKey);
        known.ifPresent(push -> lockSharing(push.content().sharingNo(), push.content().platform()));
        return known.isPresent() ? byKey(region, platform, idempotencyKey) : known;
    }

    /** Finds a push of a region by its key. */
    public Optional<Push> byKey(RegionCode region, String idempotencyKey) {
        return jdbc.sql("select * from push where idempotency_key = ? and region = ?")
                .params(idempotencyKey, region.value())
                .query(PUSH)
                .optional();
    }

    private Optional<Push> byKey(RegionCode region, String platform, String idempotencyKey) {
        return jdbc.sql(
                        """
                        select * from push
                        where idempotency_key = ? and region = ? and platform = ?""")
                .params(idempotencyKey, region.value(), platform)
                .query(PUSH)
                .optional();
    }

    /** The platform took it in; its receipt follows, unless it is there already. */
    public void sent(Push push, String answer) {
        jdbc.sql(
                        """
                        update push set status = 'SENT',
                            attempts = attempts + case status when 'PENDING' then 1 else 0 end,
                            last_attempt_at = ?, receipt = ?, last_error = null
                        where id = ? and status in ('PENDING', 'SENT')""")
                .params(clock.now(), truncate(answer, MAX_RECEIPT), push.id())
                .update();
    }

    /** The platform has applied it; its receipt is kept. */
    public void delivered(Push push, String receipt) {
        jdbc.sql(
                        """
                        update push set status = 'DELIVERED',
                            attempts = attempts + case status when 'PENDING' then 1 else 0 end,
                            last_attempt_at = :lastAttemptAt, delivered_at = :deliveredAt,
                                receipt = :receipt, last_error = null
                        where id = :id and status <> 'DELIVERED'""")
                .param("lastAttemptAt", clock.now())
                .param("deliveredAt", clock.now())
                .param("receipt", truncate(receipt, MAX_RECEIPT))
                .param("id", push.id())
                .update();
    }

    /** An attempt failed; it is to be sent again. */
    public void failed(Push push, @Nullable String error) {
        jdbc.sql(
                        """
                        update push set status = 'PENDING', attempts = attempts + 1,
                            last_attempt_at = ?, last_error = ?
                        where id = ? and status <> 'DELIVERED'""")
                .params(clock.now(), truncate(error, MAX_ERROR), push.id())
                .update();
    }

    /** The receipt says that the platform refuses it. */
    public void refused(Push push, String words) {
        jdbc.sql("update push set status = 'REFUSED', last_error = ? where id = ?")
                .params(truncate(words, MAX_ERROR), push.id())
                .update();
    }

    /** Marks the pending pushes as delivered by a worker elsewhere. */
    public void completedElsewhere(String sharingNo, String platform) {
        jdbc.sql(
                        """
                        update push set status = 'DELIVERED', delivered_at = ?,
                            receipt = coalesce(receipt, '推送程序已完成')
                        where sharing_no = ? and platform = ? and status = 'PENDING'""")
                .params(clock.now(), sharingNo, platform)
                .update();
    }

    /** Keeps a corrected payload. */
    public void correct(Push push, String payload) {
        jdbc.sql("update push set payload = ? where id = ?").params(payload, push.id()).update();
    }

    /**
     * Has a process see to a sharing that none saw to so far.
     *
     * @return false if one does already
     */
    public boolean attend(String sharingNo) {
        return jdbc.sql(
                                """
                                update push set unattended = false
                                where sharing_no = ? and unattended and status <> 'DELIVERED'""")
                        .param(sharingNo)
                        .update()
                > 0;
    }

    /**
     * What regions' platforms were not told before an instant and no process sees to, 1,000 at
     * most.
     */
    public List<Push> unattended(Set<RegionCode> regions, OffsetDateTime before) {
        return jdbc.sql(
                        """
                        select * from push
                        where region in (:regions) and status in (:open)
                            and unattended and created_at < :before
                        order by id fetch first 1000 rows only""")
                .param("regions", regions.stream().map(RegionCode::value).toList())
                .param("open", List.of("PENDING", "SENT", "REFUSED"))
                .param("before", before)
                .query(PUSH)
                .list();
    }

    /** The first push of a sharing; all of them are about the same event. */
    public Optional<Push> firstOf(String sharingNo) {
        return jdbc.sql(
                        """
                        select * from push where sharing_no = ?
                        order by id fetch first 1 rows only""")
                .param(sharingNo)
                .query(PUSH)
                .optional();
    }

    /** When a sharing was begun. */
    public OffsetDateTime begunAt(String sharingNo) {
        return jdbc.sql("select min(created_at) from push where sharing_no = ?")
                .param(sharingNo)
                .query((row, n) -> BusinessClock.at(row.getObject(1, OffsetDateTime.class)))
                .single();
    }

    /** Undelivered pushes of a region, the oldest first, 1,000 at most. */
    public List<Push> outstandingOf(RegionCode region) {
        return jdbc.sql(
                        """
                        select * from push where region = ? and status <> 'DELIVERED'
                        order by id fetch first 1000 rows only""")
                .param(region.value())
                .query(PUSH)
                .list();
    }

    /** Undelivered pushes of one sharing of a region, in the order entered. */
    public List<Push> outstandingOf(RegionCode region, String sharingNo) {
        return jdbc.sql(
                        """
                        select * from push
                        where sharing_no = ? and region = ? and status <> 'DELIVERED'
                        order by id""")
                .params(sharingNo, region.value())
                .query(PUSH)
                .list();
    }

    /** The last push about the display of a record to a platform. */
    public Optional<Push> lastAbout(RegionCode region, String recordNo, String platform) {
        return jdbc.sql(
                        """
                        select * from push
                        where region = ? and record_no = ? and platform = ?
                            and event not in ('HANDED_IN', 'TAKEN_BACK', 'CASE')
                        order by id desc fetch first 1 rows only""")
                .params(region.value(), recordNo, platform)
                .query(PUSH)
                .optional();
    }
}
