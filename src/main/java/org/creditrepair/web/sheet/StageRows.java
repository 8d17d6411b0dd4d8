package org.creditrepair.web.sheet;

import java.time.LocalDate;
import java.util.List;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the stages of a case stand against their limits. */
@Component
class StageRows {

    private final WorkingCalendars calendars;
    private final BusinessClock clock;

    StageRows(WorkingCalendars calendars, BusinessClock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * A stage as it stands.
     *
     * @param left working days that are left of it; null once it has ended or without limit
     * @param certain false if its limit passes days whose arrangement is not known yet (待核)
     * @param words how it stands against its limit, in Chinese
     */
    public record StageRow(
            StageRecord stage, @Nullable Integer left, boolean certain, String words) {}

    List<StageRow> rows(RegionCode region, List<StageRecord> stages) {
        WorkingCalendar calendar = calendars.forRegion(region);
        return stages.stream().map(stage -> row(calendar, stage)).toList();
    }

    private StageRow row(WorkingCalendar calendar, StageRecord stage) {
        if (stage.limit().dueAt() == null) {
            return new StageRow(stage, null, true, "—");
        }
        LocalDate due = stage.limit().dueAt().toLocalDate();
        if (stage.end().endedAt() != null) {
            int late = -calendar.remaining(stage.end().endedAt().toLocalDate(), due);
            return new StageRow(
                    stage,
                    null,
                    true,
                    stage.sla(clock.now()) == SlaStatus.BREACHED ? "超期 " + late + " 个工作日" : "按时");
        }
        if (stage.limit().pausedAt() != null) {
            int kept = calendar.remaining(stage.limit().pausedAt().toLocalDate(), due);
            return new StageRow(stage, null, true, "中止，留存 " + Math.max(0, kept) + " 个工作日");
        }
        int left = calendar.remaining(clock.today(), due);
        return new StageRow(
                stage,
                left,
                calendar.isCertain(due),
                left < 0 ? "超期 " + -left + " 个工作日" : "剩余 " + left + " 个工作日");
    }
}
