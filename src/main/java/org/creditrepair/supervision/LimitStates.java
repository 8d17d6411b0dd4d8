package org.creditrepair.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.application.SlaStatus;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RepairItem;
import org.creditrepair.catalog.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the cases of a region stand against their limits (时限监测), counted by the database. */
@Repository
public class LimitStates {

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final BusinessClock clock;

    public LimitStates(JdbcClient jdbc, Catalog catalog, BusinessClock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * The cases of one unit along one path.
     *
     * @param counts by state; a state without cases is missing
     */
    public record State(String path, Unit unit, Map<SlaStatus, Long> counts) {

        /** Cases in a state. */
        public long in(SlaStatus status) {
            return counts.getOrDefault(status, 0L);
        }
    }

    /**
     * The open cases of a region, and those that were closed in a time: by path and unit.
     *
     * @param from first day on which closed ones count
     * @param until last day
     */
    public List<State> of(String regionCode, LocalDate from, LocalDate until) {
        Region region = catalog.region(regionCode);
        Map<List<Object>, State> states = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select x.item, r.authority, x.state, count(*) from (
                            select a.region, i.item, i.record_no, case
                                when exists (select 1 from case_stage s
                                    where s.application_no = i.application_no
                                    and s.item_no = i.item_no
                                    and s.due_at < coalesce(s.ended_at, s.paused_at, :now)) then 'BREACHED'
                                when i.status = 'CLOSED' then 'MET'
                                when exists (select 1 from case_stage s
                                    where s.application_no = i.application_no
                                    and s.item_no = i.item_no
                                    and s.ended_at is null
                                    and s.warn_at < coalesce(s.paused_at, :now)) then 'AT_RISK'
                                else 'ON_TRACK' end as state
                            from joint_application a
                            join application_item i on i.application_no = a.application_no
                            where a.region = :region and (i.status <> 'CLOSED'
                                or i.closed_at >= :from and i.closed_at < :until)
                        ) x join dishonesty_record r
                            on r.region = x.region and r.record_no = x.record_no
                        group by x.item, r.authority, x.state""")
                .param("now", clock.now())
                .param("region", region.code().value())
                .param("from", startOf(from))
                .param("until", startOf(until.plusDays(1)))
                .query(
                        row -> {
                            RepairItem item = region.item(row.getString(1)).orElseThrow();
                            Unit unit = region.reviewUnit(item, row.getString(2));
                            states.computeIfAbsent(
                                            List.of(item.path(), unit),
                                            key ->
                                                    new State(
                                                            item.path(),
                                                            unit,
                                                            new LinkedHashMap<>()))
                                    .counts()
                                    .merge(
                                            SlaStatus.valueOf(row.getString(3)),
                                            row.getLong(4),
                                            Long::sum);
                        });
        List<State> sorted = new ArrayList<>(states.values());
        sorted.sort(Comparator.comparing(State::path).thenComparing(state -> state.unit().code()));
        return sorted;
    }

    static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }
}
