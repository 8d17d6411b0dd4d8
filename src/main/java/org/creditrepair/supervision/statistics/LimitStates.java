package org.creditrepair.supervision.statistics;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.supervision.statistics.ClosedCaseCounts.Sum;
import org.creditrepair.supervision.status.CaseCountCells.Dimension;
import org.creditrepair.supervision.status.CaseCountCells.Measure;
import org.creditrepair.supervision.status.OpenCaseCounts;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the cases of a region stand against their limits (时限监测). */
@Repository
public class LimitStates {

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final ClosedCaseCounts tallies;
    private final OpenCaseCounts openTallies;
    private final WorkingCalendars calendars;
    private final BusinessClock clock;

    LimitStates(
            JdbcClient jdbc,
            Catalog catalog,
            ClosedCaseCounts tallies,
            OpenCaseCounts openTallies,
            WorkingCalendars calendars,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.tallies = tallies;
        this.openTallies = openTallies;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The cases of one unit along one path.
     *
     * @param open how many open ones stand how
     * @param met closed ones that kept every limit
     * @param late closed ones that missed one
     */
    public record State(String path, Unit unit, Map<SlaStatus, Long> open, long met, long late) {

        /** Open cases in a state. */
        public long open(SlaStatus status) {
            return open.getOrDefault(status, 0L);
        }
    }

    /**
     * What was closed on a working day.
     *
     * @param met cases that kept every limit
     * @param late cases that missed one
     * @param missed limits that were missed on that day
     */
    public record Day(LocalDate day, long met, long late, long missed) {}

    /**
     * The open cases of a region, and those that were closed in a time: by path and unit.
     *
     * @param from first day on which closed ones count
     * @param until last day
     */
    public List<State> count(RegionCode regionCode, LocalDate from, LocalDate until) {
        Region region = catalog.region(regionCode);
        Map<String, Map<SlaStatus, Long>> open = new TreeMap<>();
        Map<String, Map<String, Long>> closed = new TreeMap<>();
        for (Sum sum : tallies.catchUpAndSum(regionCode, Dimension.BOTH, from, until)) {
            if (sum.measure().equals(Measure.LATE.name())) {
                closed.computeIfAbsent(sum.member(), member -> new LinkedHashMap<>())
                        .merge(sum.bucket(), sum.cases(), Long::sum);
                open.putIfAbsent(sum.member(), new EnumMap<>(SlaStatus.class));
            }
        }
        for (OpenCaseCounts.Count count : openTallies.compactAndCount(regionCode)) {
            open.computeIfAbsent(
                            count.path() + "/" + count.unit(),
                            member -> new EnumMap<>(SlaStatus.class))
                    .put(count.state(), count.cases());
        }
        List<State> states = new ArrayList<>();
        open.forEach(
                (member, counts) -> {
                    String[] both = member.split("/", -1);
                    Map<String, Long> ended = closed.getOrDefault(member, Map.of());
                    states.add(
                            new State(
                                    both[0],
                                    region.unit(both[1]),
                                    counts,
                                    ended.getOrDefault("false", 0L),
                                    ended.getOrDefault("true", 0L)));
                });
        states.sort(Comparator.comparing(State::path).thenComparing(state -> state.unit().code()));
        return states;
    }

    /**
     * The last working days of a region up to today, the earliest first.
     *
     * @param count how many, 1 to 250
     */
    public List<Day> lastDays(RegionCode region, int count) {
        WorkingCalendar calendar = calendars.forRegion(region);
        TreeMap<LocalDate, long[]> days = new TreeMap<>();
        for (LocalDate day = clock.today(); days.size() < count; day = day.minusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                days.put(day, new long[3]);
            }
        }
        LocalDate first = days.firstKey();
        for (Sum sum : tallies.catchUpAndSum(region, Dimension.REGION, first, clock.today())) {
            if (sum.measure().equals(Measure.LATE.name())) {
                working(days, sum.day())[sum.bucket().equals("true") ? 1 : 0] += sum.cases();
            }
        }
        jdbc.sql("select due_at from limit_breach where region = ? and due_at >= ?")
                .params(region.value(), first.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime())
                .query(
                        row -> {
                            working(
                                    days,
                                    BusinessClock.at(row.getObject(1, OffsetDateTime.class))
                                            .toLocalDate())[2]++;
                        });
        return days.entrySet().stream()
                .map(
                        day ->
                                new Day(
                                        day.getKey(),
                                        day.getValue()[0],
                                        day.getValue()[1],
                                        day.getValue()[2]))
                .toList();
    }

    /** What happens on a day off counts for the working day before it. */
    private static long[] working(NavigableMap<LocalDate, long[]> days, LocalDate day) {
        Map.Entry<LocalDate, long[]> at = days.floorEntry(day);
        return at == null ? days.firstEntry().getValue() : at.getValue();
    }
}
