package org.creditrepair.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits across the holidays of the State Council's arrangements, counted by hand. */
class WorkingCalendarTest {

    private final WorkingCalendars calendars = WorkingCalendars.builtIn(new BusinessClock());
    private final WorkingCalendar calendar = calendars.national();

    @ParameterizedTest(name = "{0} + {1} = {2} ({3})")
    @CsvSource({
        "2026-03-02, 3, 2026-03-05, an ordinary week",
        "2026-03-06, 1, 2026-03-09, over a weekend",
        "2026-03-07, 1, 2026-03-09, event on a Saturday",
        "2026-02-13, 3, 2026-02-25, over the Spring Festival with a make-up Saturday before it",
        "2026-02-14, 3, 2026-02-26, event on the make-up Saturday itself",
        "2026-02-24, 5, 2026-03-02, with a make-up Saturday after the Spring Festival",
        "2025-12-31, 1, 2026-01-04, New Year whose make-up day is a Sunday",
        "2026-04-03, 2, 2026-04-08, over the Tomb-Sweeping Festival",
        "2026-04-30, 3, 2026-05-08, over the Labour Day holidays",
        "2026-04-30, 4, 2026-05-09, ending on a make-up Saturday",
        "2026-09-18, 5, 2026-09-24, with a make-up Sunday before the National Day",
        "2026-09-30, 3, 2026-10-10, over the National Day to a make-up Saturday",
        "2025-09-27, 10, 2025-10-16, over National Day and Mid-Autumn with two make-up days",
        "2025-09-30, 7, 2025-10-16, the same from the last day before",
        "2024-09-13, 10, 2024-09-29, over Mid-Autumn to a make-up Sunday",
        "2022-12-30, 1, 2023-01-03, New Year that began in the year before"
    })
    void aLimitEndsOnItsLastWorkingDay(LocalDate from, int days, LocalDate end, String why) {
        assertThat(calendar.deadline(from, WorkingDays.of(days)))
                .isEqualTo(new WorkingCalendar.Deadline(end, true));
    }

    @ParameterizedTest(name = "{0} is worked: {1}")
    @CsvSource({
        "2026-02-14, true",
        "2026-02-15, false",
        "2026-02-23, false",
        "2026-02-24, true",
        "2026-02-28, true",
        "2026-03-01, false",
        "2026-09-20, true",
        "2026-10-01, false",
        "2026-10-10, true",
        "2026-10-11, false",
        "2025-10-08, false",
        "2025-10-09, true",
        "2024-10-12, true",
        "2023-06-25, true",
        "2022-10-08, true",
        "2022-10-09, true"
    })
    void theArrangementGovernsTheWeek(LocalDate day, boolean working) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(working);
    }

    @ParameterizedTest(name = "on {0} until {1}: {2} left")
    @CsvSource({
        "2026-03-02, 2026-03-05, 3",
        "2026-03-05, 2026-03-05, 0",
        "2026-03-07, 2026-03-09, 1",
        "2026-03-06, 2026-03-05, -1",
        "2026-03-09, 2026-03-05, -2",
        "2026-03-08, 2026-03-06, 0",
        "2026-02-13, 2026-02-25, 3",
        "2026-10-10, 2026-09-30, -3"
    })
    void remainingDaysCountWorkingDaysOnly(LocalDate today, LocalDate deadline, int left) {
        assertThat(calendar.remaining(today, deadline)).isEqualTo(left);
    }

    @Test
    void aLimitEndsWithTheLastMillisecondOfItsDayInBeijing() {
        Instant lateOnMonday = instant("2026-03-02T23:59:59+08:00");
        assertThat(calendar.moment(lateOnMonday, DeadlineText.parse("3wd")))
                .isEqualTo(instant("2026-03-05T23:59:59.999+08:00"));
        assertThat(calendar.moment(lateOnMonday, DeadlineText.parse("3wd-1wd")))
                .isEqualTo(instant("2026-03-04T23:59:59.999+08:00"));
    }

    @Test
    void anAnchoredLimitIsTheSameWheneverItIsAskedFor() {
        Instant days = instant("2026-03-06T10:00:00+08:00");
        assertThat(calendar.moment(days, DeadlineText.parse("7wd/2026-03-02")))
                .isEqualTo(instant("2026-03-11T23:59:59.999+08:00"));
        assertThat(calendar.moment(days, DeadlineText.parse("1wd/2026-03-02")))
                .as("already past")
                .isEqualTo(instant("2026-03-03T23:59:59.999+08:00"));
    }

    @Test
    void theWarningOfALimitOfOneDayIsAtOnce() {
        Instant event = instant("2026-03-02T10:00:00+08:00");
        assertThat(calendar.moment(event, DeadlineText.parse("1wd-1wd"))).isEqualTo(event);
    }

    @Test
    void aYearWithoutAnArrangementIsJudgedByTheWeekAndNotCertain() {
        LocalDate newYear = LocalDate.of(2031, 1, 1);
        assertThat(calendar.isWorkingDay(newYear)).isFalse();
        assertThat(calendar.isWorkingDay(newYear.plusDays(1))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 1, 4))).as("Saturday").isFalse();
        assertThat(calendar.deadline(LocalDate.of(2026, 12, 30), WorkingDays.of(1)).certain())
                .isTrue();
        assertThat(calendar.deadline(LocalDate.of(2026, 12, 31), WorkingDays.of(1)).certain())
                .isFalse();
    }

    @Test
    void aRegionMayHaveHolidaysOfItsOwn() {
        Arrangements national = Arrangements.parse("nation", List.of("班 2026-02-14 春节"));
        Arrangements local = Arrangements.parse("region", List.of("休 2026-03-03 地方节日"));
        WorkingCalendar regional = new WorkingCalendar(national.overlaidBy(local));
        assertThat(regional.isWorkingDay(LocalDate.of(2026, 3, 3))).isFalse();
        assertThat(regional.isWorkingDay(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(regional.deadline(LocalDate.of(2026, 3, 2), WorkingDays.of(3)).date())
                .isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(new WorkingCalendar(national).isWorkingDay(LocalDate.of(2026, 3, 3))).isTrue();
    }

    @Test
    void aRegionsFileLiesOverTheNationsCalendar() {
        LocalDate localHoliday = LocalDate.of(2026, 7, 15);
        assertThat(calendars.national().isWorkingDay(localHoliday)).isTrue();
        assertThat(calendars.forRegion(new RegionCode("999900")).isWorkingDay(localHoliday))
                .isFalse();
        assertThat(
                        calendars
                                .forRegion(new RegionCode("999900"))
                                .isWorkingDay(LocalDate.of(2026, 10, 1)))
                .isFalse();
        assertThat(calendars.forRegion(new RegionCode("150100"))).isSameAs(calendars.national());
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
