package org.creditrepair.workflow.limits;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.calendar.WorkingDays;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/** Moves deadlines to another arrangement of a year: they keep their number of working days. */
final class CalendarShift {

    private final WorkingCalendars calendars;
    private final int year;
    private final @Nullable RegionCode arranged;
    private final @Nullable String before;
    private final @Nullable String after;
    private final OffsetDateTime now;
    private final Map<Optional<RegionCode>, WorkingCalendar> old = new HashMap<>();
    private final Map<Optional<RegionCode>, WorkingCalendar> fresh = new HashMap<>();

    /**
     * @param arranged region whose own holidays the arrangement is about; null for the nation
     * @param before the arrangement until now; null for what came with the server
     * @param after the arrangement from now on; null for what came with the server
     */
    CalendarShift(
            WorkingCalendars calendars,
            int year,
            @Nullable RegionCode arranged,
            @Nullable String before,
            @Nullable String after,
            OffsetDateTime now) {
        this.calendars = calendars;
        this.year = year;
        this.arranged = arranged;
        this.before = before;
        this.after = after;
        this.now = now;
    }

    /** Whether limits of a region may move; no region are those of the nation. */
    boolean concerns(@Nullable RegionCode region) {
        return arranged == null || arranged.equals(region);
    }

    /** Days that become working days or days off, in order. */
    List<LocalDate> days() {
        WorkingCalendar calendarBefore = old(arranged);
        WorkingCalendar calendarAfter = fresh(arranged);
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> calendarBefore.isWorkingDay(day) != calendarAfter.isWorkingDay(day))
                .toList();
    }

    /**
     * Maps an old deadline to the new calendar. Deadlines are ends of days; any other moment, and
     * any past one, stays.
     *
     * @param from day from which it was counted
     */
    OffsetDateTime later(@Nullable RegionCode region, LocalDate from, OffsetDateTime moment) {
        LocalDate day = moment.toLocalDate();
        boolean limit = moment.isEqual(BusinessClock.at(WorkingCalendar.endOf(day)));
        if (!limit || moment.isBefore(now) || from.isAfter(day)) {
            return moment;
        }
        int days = old(region).remaining(from, day);
        return days == 0
                ? moment
                : BusinessClock.at(
                        WorkingCalendar.endOf(
                                fresh(region).deadline(from, WorkingDays.of(days)).date()));
    }

    private WorkingCalendar old(@Nullable RegionCode region) {
        return old.computeIfAbsent(
                Optional.ofNullable(region), key -> calendars.with(region, year, arranged, before));
    }

    private WorkingCalendar fresh(@Nullable RegionCode region) {
        return fresh.computeIfAbsent(
                Optional.ofNullable(region), key -> calendars.with(region, year, arranged, after));
    }
}
