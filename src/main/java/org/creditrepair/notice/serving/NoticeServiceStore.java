package org.creditrepair.notice.serving;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.notice.serving.NoticeService.Served;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.Inserts;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code notice_service}. */
@Repository
class NoticeServiceStore {

    private static final BusinessRowMapper<NoticeService> SERVICE =
            BusinessRowMapper.of(NoticeService.class);
    private static final BusinessRowMapper<ServiceCount> COUNT =
            BusinessRowMapper.of(ServiceCount.class);

    private final JdbcClient jdbc;

    NoticeServiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers among those given that have a row already. */
    Set<String> known(RegionCode region, Set<String> recordNos) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select record_no from notice_service
                                where region = :region and record_no in (:numbers)""")
                        .param("region", region.value())
                        .param("numbers", recordNos)
                        .query(String.class)
                        .list());
    }

    long insert(RegionCode region, String recordNo, String unit, OffsetDateTime at) {
        return Inserts.idOf(
                jdbc.sql(
                                """
                                insert into notice_service (region, record_no, unit, opened_at)
                                values (:region, :recordNo, :unit, :at)""")
                        .param("region", region.value())
                        .param("recordNo", recordNo)
                        .param("unit", unit)
                        .param("at", at));
    }

    Optional<NoticeService> find(long id) {
        return jdbc.sql("select * from notice_service where id = ?")
                .param(id)
                .query(SERVICE)
                .optional();
    }

    /** Keeps how a service was settled; false if the region has no open one of this number. */
    boolean settle(
            long id,
            RegionCode region,
            Served served,
            @Nullable String remark,
            String account,
            OffsetDateTime at) {
        return jdbc.sql(
                                """
                                update notice_service
                                set served_on = :servedOn, method = :method,
                                    recipient = :recipient, proof = :proof, remark = :remark,
                                    settled_by = :account, settled_at = :at
                                where id = :id and region = :region and settled_at is null""")
                        .param("servedOn", served.servedOn())
                        .param("method", served.method() == null ? null : served.method().name())
                        .param("recipient", served.recipient())
                        .param("proof", served.proof())
                        .param("remark", remark)
                        .param("account", account)
                        .param("at", at)
                        .param("id", id)
                        .param("region", region.value())
                        .update()
                == 1;
    }

    /** The services of units, latest first. */
    List<NoticeService> of(RegionCode region, Set<String> units, boolean unserved, int most) {
        return units.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                select * from notice_service
                                where region = :region and unit in (:units)
                                    and (settled_at is null or not :unserved)
                                order by id desc fetch first :most rows only""")
                        .param("region", region.value())
                        .param("units", units)
                        .param("unserved", unserved)
                        .param("most", most)
                        .query(SERVICE)
                        .list();
    }

    /** What every unit has served and not served yet, since a day. */
    List<ServiceCount> counts(RegionCode region, LocalDate since) {
        return jdbc.sql(
                        """
                        select unit, count(*) as opened, count(served_on) as served,
                            sum(case when settled_at is null then 1 else 0 end) as unserved,
                            min(case when settled_at is null then opened_at end)
                                as oldest_unserved
                        from notice_service
                        where region = :region
                            and (opened_at >= :since or settled_at is null)
                        group by unit order by unit""")
                .param("region", region.value())
                .param("since", since.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime())
                .query(COUNT)
                .list();
    }
}
