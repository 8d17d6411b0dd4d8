package org.creditrepair.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.creditrepair.clock.BusinessClock;

/** What holds for every limit from every day of the known years. */
class WorkingCalendarProperties {

    private final WorkingCalendar calendar =
            WorkingCalendars.builtIn(new BusinessClock()).national();

    @Provide
    Arbitrary<LocalDate> knownDays() {
        return Dates.dates().between(LocalDate.of(2022, 1, 1), LocalDate.of(2026, 6, 30));
    }

    @Property
    void aDeadlineIsAWorkingDayAfterTheEvent(
            @ForAll("knownDays") LocalDate from, @ForAll @IntRange(min = 1, max = 60) int limit) {
        LocalDate end = end(from, limit);
        assertThat(end).isAfter(from);
        assertThat(calendar.isWorkingDay(end)).isTrue();
    }

    @Property
    void exactlyTheLimitIsLeftOnTheDayOfTheEventAndNothingOnItsLast(
            @ForAll("knownDays") LocalDate from, @ForAll @IntRange(min = 1, max = 60) int limit) {
        LocalDate end = end(from, limit);
        assertThat(calendar.remaining(from, end)).isEqualTo(limit);
        assertThat(calendar.remaining(end, end)).isZero();
        assertThat(calendar.remaining(end.minusDays(1), end)).isEqualTo(1);
    }

    @Property
    void limitsAddUp(
            @ForAll("knownDays") LocalDate from,
            @ForAll @IntRange(min = 1, max = 30) int first,
            @ForAll @IntRange(min = 1, max = 30) int second) {
        assertThat(end(end(from, first), second)).isEqualTo(end(from, first + second));
    }

    @Property
    void aLaterEventNeverEndsEarlier(
            @ForAll("knownDays") LocalDate from,
            @ForAll @IntRange(min = 1, max = 20) int days,
            @ForAll @IntRange(min = 1, max = 30) int limit) {
        assertThat(end(from.plusDays(days), limit)).isAfterOrEqualTo(end(from, limit));
    }

    @Property
    void aLimitIsSpentOnWorkingDaysOnly(
            @ForAll("knownDays") LocalDate from, @ForAll @IntRange(min = 1, max = 40) int limit) {
        long worked =
                from.plusDays(1)
                        .datesUntil(end(from, limit).plusDays(1))
                        .filter(calendar::isWorkingDay)
                        .count();
        assertThat(worked).isEqualTo(limit);
    }

    @Property
    void whatIsLeftAndWhatIsLateMirrorEachOther(
            @ForAll("knownDays") LocalDate one, @ForAll("knownDays") LocalDate other) {
        assertThat(calendar.remaining(one, other)).isEqualTo(-calendar.remaining(other, one));
    }

    @Property
    void theWarningComesOneWorkingDayBeforeTheLimit(
            @ForAll("knownDays") LocalDate from, @ForAll @IntRange(min = 2, max = 40) int limit) {
        DeadlineText text = DeadlineText.deadline(limit, null);
        var event = from.atTime(10, 0).atZone(BusinessClock.ZONE).toInstant();
        LocalDate warned =
                LocalDate.ofInstant(
                        calendar.moment(event, DeadlineText.parse(text + "-1wd")),
                        BusinessClock.ZONE);
        assertThat(calendar.remaining(warned, end(from, limit))).isEqualTo(1);
    }

    private LocalDate end(LocalDate from, int limit) {
        return calendar.deadline(from, WorkingDays.of(limit)).date();
    }
}
