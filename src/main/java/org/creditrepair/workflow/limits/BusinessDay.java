package org.creditrepair.workflow.limits;

import java.time.LocalDate;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.workflow.process.NamedInModels;
import org.springframework.stereotype.Component;

/** The day by the national calendar, for expressions of models. */
@NamedInModels
@Component
public class BusinessDay {

    private final WorkingCalendars calendars;
    private final BusinessClock clock;

    public BusinessDay(WorkingCalendars calendars, BusinessClock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Whether today is a working day. */
    public boolean isWorkingDay() {
        return calendars.national().isWorkingDay(clock.today());
    }

    /** Whether today is the month's first working day. */
    public boolean isFirstOfMonth() {
        LocalDate today = clock.today();
        return today.withDayOfMonth(1)
                .datesUntil(today)
                .noneMatch(day -> calendars.national().isWorkingDay(day));
    }
}
