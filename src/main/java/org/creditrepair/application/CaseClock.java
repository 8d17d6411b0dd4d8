package org.creditrepair.application;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.creditrepair.application.store.ApplicationStore;
import org.creditrepair.application.store.StageStore;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.calendar.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops the clock of a case while it is suspended (中止), and gives back the working days left. */
@Service
public class CaseClock {

    private final ApplicationStore store;
    private final StageStore stages;
    private final WorkingCalendars calendars;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    public CaseClock(
            ApplicationStore store,
            StageStore stages,
            WorkingCalendars calendars,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.store = store;
        this.stages = stages;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Stops the clock; does nothing if it stands still already. */
    @Transactional
    public void pause(CaseKey key) {
        stages.pause(key, clock.now());
        events.publishEvent(new CaseMoved(key));
    }

    /**
     * Lets the clock run again. A limit that was past already stays as it is.
     *
     * @return the moments of the open stage that have moved, old to new; empty if the clock ran
     */
    @Transactional
    public Map<OffsetDateTime, OffsetDateTime> resume(CaseKey key) {
        Optional<CaseFile> file = store.find(key.applicationNo());
        if (file.isEmpty()) {
            return Map.of();
        }
        StageRecord open =
                stages.of(key).stream()
                        .filter(stage -> stage.endedAt() == null && stage.pausedAt() != null)
                        .findFirst()
                        .orElse(null);
        if (open == null) {
            return Map.of();
        }
        WorkingCalendar calendar = calendars.of(file.get().region().value());
        LocalDate since = open.pausedAt().toLocalDate();
        LocalDate today = clock.today();
        Map<OffsetDateTime, OffsetDateTime> moved = new HashMap<>();
        OffsetDateTime warnAt = moved(open.warnAt(), open, calendar, today, moved);
        OffsetDateTime dueAt = moved(open.dueAt(), open, calendar, today, moved);
        stages.resume(key, warnAt, dueAt, calendar.remaining(since, today));
        events.publishEvent(new CaseMoved(key));
        return moved;
    }

    private static OffsetDateTime moved(
            OffsetDateTime moment,
            StageRecord open,
            WorkingCalendar calendar,
            LocalDate today,
            Map<OffsetDateTime, OffsetDateTime> moved) {
        if (moment == null || !moment.isAfter(open.pausedAt())) {
            return moment;
        }
        int left = calendar.remaining(open.pausedAt().toLocalDate(), moment.toLocalDate());
        OffsetDateTime later =
                BusinessClock.at(
                        WorkingCalendar.endOf(
                                calendar.deadline(today, WorkingDays.of(left)).date()));
        moved.put(moment, later);
        return later;
    }
}
