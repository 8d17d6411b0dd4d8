package org.creditrepair.web.calendar;

import java.util.List;
import org.creditrepair.calendar.CalendarChange;
import org.creditrepair.calendar.CalendarChanges.Moved;
import org.creditrepair.calendar.DayArrangement;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.web.calendar.CalendarAdministrationController.ChangeView;
import org.creditrepair.web.calendar.CalendarAdministrationController.MovedView;
import org.creditrepair.web.calendar.CalendarController.DayView;
import org.creditrepair.web.calendar.CalendarController.DeadlineView;
import org.creditrepair.web.mapping.ViewMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps deadlines, days and changes of the calendar to views. */
@Mapper(config = ViewMapping.class)
interface CalendarViewMapper {

    @Mapping(target = "deadline", source = "date")
    DeadlineView deadline(WorkingCalendar.Deadline deadline);

    List<DayView> days(List<DayArrangement> days);

    List<MovedView> moved(List<Moved> moved);

    @Mapping(target = ".", source = "change.made")
    ChangeView change(CalendarChange change, long moved);
}
