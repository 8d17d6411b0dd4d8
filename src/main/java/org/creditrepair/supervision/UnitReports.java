package org.creditrepair.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.creditrepair.application.ItemResult;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the units of a region have done (统计). */
@Repository
public class UnitReports {

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final WorkingCalendars calendars;

    public UnitReports(JdbcClient jdbc, Catalog catalog, WorkingCalendars calendars) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.calendars = calendars;
    }

    /**
     * The units that closed cases in a time, by their codes.
     *
     * @param from first day
     * @param until last day
     */
    public Collection<UnitWork> of(String regionCode, LocalDate from, LocalDate until) {
        Region region = catalog.region(regionCode);
        WorkingCalendar calendar = calendars.of(regionCode);
        Map<String, UnitWork> units = new TreeMap<>();
        jdbc.sql(
                        """
                        select i.item, r.authority, i.result, i.corrected, a.submitted_at,
                            i.closed_at, exists (select 1 from case_stage s
                                where s.application_no = i.application_no
                                and s.item_no = i.item_no and s.due_at < s.ended_at) as late
                        from joint_application a
                        join application_item i on i.application_no = a.application_no
                        join dishonesty_record r
                            on r.region = a.region and r.record_no = i.record_no
                        where a.region = :region
                            and i.closed_at >= :from and i.closed_at < :until""")
                .param("region", region.code().value())
                .param("from", LimitStates.startOf(from))
                .param("until", LimitStates.startOf(until.plusDays(1)))
                .query(
                        row -> {
                            Unit unit =
                                    region.reviewUnit(
                                            region.item(row.getString("item")).orElseThrow(),
                                            row.getString("authority"));
                            units.computeIfAbsent(unit.code(), code -> new UnitWork(unit))
                                    .add(
                                            ItemResult.valueOf(row.getString("result")),
                                            row.getBoolean("corrected"),
                                            row.getBoolean("late"),
                                            calendar.remaining(
                                                    day(
                                                            row.getObject(
                                                                    "submitted_at",
                                                                    OffsetDateTime.class)),
                                                    day(
                                                            row.getObject(
                                                                    "closed_at",
                                                                    OffsetDateTime.class))));
                        });
        return units.values();
    }

    private static LocalDate day(OffsetDateTime moment) {
        return BusinessClock.at(moment).toLocalDate();
    }
}
