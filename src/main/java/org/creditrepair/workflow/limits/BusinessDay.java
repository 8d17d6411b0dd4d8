package org.creditrepair.workflow.limits;

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
}
