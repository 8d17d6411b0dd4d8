package org.creditrepair.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.creditrepair.clock.BusinessClock;

/**
 * Working days of the nation or of a region with holidays of its own.
 *
 * <p>The day of an event does not count; a limit of n working days ends with the last millisecond
 * of the n-th working day. Days of a year without an imported arrangement are judged by the week:
 * only Saturdays, Sundays and 1 January are off, and every result that touches them is not certain.
 */
public final class WorkingCalendar {

    private static final LocalTime END_OF_DAY = LocalTime.MAX.truncatedTo(ChronoUnit.MILLIS);

    private final Arrangements arrangements;

    public WorkingCalendar(Arrangements arrangements) {
        this.arrangements = arrangements;
    }

    public boolean isWorkingDay(LocalDate day) {
        return arrangements.on(day).map(DayArrangement::working).orElseGet(() -> byTheWeek(day));
    }

    /** Whether the arrangement of the day's year has been imported. */
    public boolean isCertain(LocalDate day) {
        return arrangements.covers(day.getYear());
    }

    /**
     * The last day of a limit that begins with an event on {@code from}.
     *
     * @param from day of the event, which does not count; need not be a working day
     */
    public Deadline deadline(LocalDate from, WorkingDays limit) {
        LocalDate day = from;
        boolean certain = isCertain(day);
        for (int left = limit.count(); left > 0; ) {
            day = day.plusDays(1);
            certain &= isCertain(day);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return new Deadline(day, certain);
    }

    /**
     * The moment a limit text means, for an event at {@code from}: the end of the day on which the
     * limit ends, or on which the given number of working days is left. A limit of no length, or a
     * warning for all of it, is the moment of the event itself.
     */
    public Instant moment(Instant from, DeadlineText limit) {
        int count = limit.days().count() - limit.left().count();
        if (count == 0) {
            return from;
        }
        LocalDate day =
                limit.from() != null ? limit.from() : LocalDate.ofInstant(from, BusinessClock.ZONE);
        return endOf(deadline(day, WorkingDays.of(count)).date());
    }

    /**
     * The end of the day that is some working days behind a moment's day.
     *
     * @param workingDays 0 to {@value WorkingDays#MAX}
     */
    public OffsetDateTime later(OffsetDateTime moment, int workingDays) {
        LocalDate day =
                deadline(BusinessClock.at(moment).toLocalDate(), WorkingDays.of(workingDays))
                        .date();
        return BusinessClock.at(endOf(day));
    }

    /** The last working day before a day. */
    public LocalDate workingDayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!isWorkingDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    /**
     * Working days left on {@code today} until the end of {@code deadline}: 0 on the last day
     * itself, negative when past it (−1 after the first working day of delay has begun).
     */
    public int remaining(LocalDate today, LocalDate deadline) {
        return today.isAfter(deadline)
                ? -workingDaysAfter(deadline, today)
                : workingDaysAfter(today, deadline);
    }

    /** The last moment of a day, to the millisecond, in the business time zone. */
    public static Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(BusinessClock.ZONE).toInstant();
    }

    private int workingDaysAfter(LocalDate from, LocalDate until) {
        return (int)
                from.plusDays(1).datesUntil(until.plusDays(1)).filter(this::isWorkingDay).count();
    }

    private static boolean byTheWeek(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && day.getDayOfYear() != 1;
    }

    /**
     * The last day of a limit.
     *
     * @param date the day with whose end the limit ends
     * @param certain false if the count passed through days whose arrangement is not known yet
     */
    public record Deadline(LocalDate date, boolean certain) {}
}
