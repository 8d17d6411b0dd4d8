package org.creditrepair.supervision.statistics;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.supervision.status.OpenCaseCounts;
import org.creditrepair.supervision.status.QueueLooks;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which units have looked at their queues (点击查询情况). */
@Service
public class QueueStates {

    private final OpenCaseCounts openTallies;
    private final Catalog catalog;
    private final QueueLooks looks;
    private final WorkingCalendars calendars;
    private final BusinessClock clock;

    QueueStates(
            OpenCaseCounts openTallies,
            Catalog catalog,
            QueueLooks looks,
            WorkingCalendars calendars,
            BusinessClock clock) {
        this.openTallies = openTallies;
        this.catalog = catalog;
        this.looks = looks;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * A unit with open cases.
     *
     * @param lookedAt when it first looked today; null if it has not
     * @param untouched whether it had tasks waiting on the last working day and did not look
     */
    public record State(
            Unit unit, long open, @Nullable OffsetDateTime lookedAt, boolean untouched) {}

    /** The units of a region that have open cases, in the order of the region's file. */
    public List<State> ofRegion(RegionCode regionCode) {
        Region region = catalog.region(regionCode);
        Map<String, Long> open =
                openTallies.compactAndCount(regionCode).stream()
                        .collect(
                                Collectors.groupingBy(
                                        OpenCaseCounts.Count::unit,
                                        Collectors.summingLong(OpenCaseCounts.Count::cases)));
        WorkingCalendar calendar = calendars.forRegion(regionCode);
        Set<String> untouched =
                Set.copyOf(
                        looks.untouchedOn(region.code(), calendar.workingDayBefore(clock.today())));
        List<State> states = new ArrayList<>();
        for (Unit unit : region.units()) {
            if (open.containsKey(unit.code()) || untouched.contains(unit.code())) {
                Optional<OffsetDateTime> looked =
                        looks.lookedAt(unit.group(region.code()), clock.today());
                states.add(
                        new State(
                                unit,
                                open.getOrDefault(unit.code(), 0L),
                                looked.orElse(null),
                                untouched.contains(unit.code())));
            }
        }
        return states;
    }
}
