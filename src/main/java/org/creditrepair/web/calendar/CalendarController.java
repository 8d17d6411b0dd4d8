package org.creditrepair.web.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.calendar.WorkingDays;
import org.creditrepair.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/calendar")
@SecurityRequirements
@Tag(name = "工作日历", description = "按国务院办公厅节假日安排计算工作日")
class CalendarController {

    private final WorkingCalendars calendars;
    private final CalendarViewMapper views;

    CalendarController(WorkingCalendars calendars, CalendarViewMapper views) {
        this.calendars = calendars;
        this.views = views;
    }

    @GetMapping("/deadline")
    @Operation(summary = "时限截止日", description = "当日不计，第 n 个工作日结束时期满；certain 为 false 表示涉及尚未公布安排的日期")
    DeadlineView deadline(@RequestParam LocalDate from, @RequestParam int workingDays) {
        if (workingDays < 0 || workingDays > WorkingDays.MAX) {
            throw RefusedException.invalid(
                    "workingDays", "RANGE", "须在 0 至 " + WorkingDays.MAX + " 之间");
        }
        return views.deadline(calendars.national().deadline(from, WorkingDays.of(workingDays)));
    }

    record DeadlineView(LocalDate deadline, boolean certain) {}

    record DayView(LocalDate date, boolean working, String name) {}

    record KnownView(List<Integer> years, @Nullable LocalDate lastKnownDay) {}

    @GetMapping("/years")
    @Operation(summary = "已知的年份", description = "已导入节假日安排的年份和最后已知日；此后的时限为待核")
    KnownView years() {
        return new KnownView(calendars.years(), calendars.lastKnownDay().orElse(null));
    }

    @GetMapping("/days")
    @Operation(summary = "某年的放假和调休上班日期", description = "尚未公布安排的年份为空")
    List<DayView> days(@RequestParam int year) {
        if (year < 2000 || year > 2100) {
            throw RefusedException.invalid("year", "RANGE", "须在 2000 至 2100 之间");
        }
        return views.days(calendars.arrangedDays(year));
    }
}
