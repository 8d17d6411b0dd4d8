package org.creditrepair.workflow.engine;

import java.util.Date;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.calendar.DeadlineText;
import org.creditrepair.calendar.WorkingCalendars;
import org.jspecify.annotations.Nullable;

/** Resolves due dates and timers that are written in working days; others as the engine does. */
class WorkingDayBusinessCalendar extends DueDateBusinessCalendar {

    private static final Pattern WORKING_DAYS = Pattern.compile("\\d+wd.*");

    private final WorkingCalendars calendars;

    WorkingDayBusinessCalendar(WorkingCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public Date resolveDuedate(String text, Task task) {
        return resolveDuedate(text);
    }

    @Override
    public Date resolveDuedate(String text) {
        return resolveDuedate(text, (Date) null);
    }

    @Override
    public Date resolveDuedate(String text, @Nullable Date start) {
        if (!WORKING_DAYS.matcher(text).matches()) {
            return super.resolveDuedate(text, start);
        }
        DeadlineText limit = DeadlineText.parse(text);
        Date from = start == null ? ClockUtil.getCurrentTime() : start;
        return Date.from(calendars.forRegion(limit.region()).moment(from.toInstant(), limit));
    }
}
