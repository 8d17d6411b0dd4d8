package org.creditrepair.application.progress;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.store.ApplicationStore;
import org.creditrepair.application.store.StageStore;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.calendar.WorkingDays;
import org.creditrepair.clock.BusinessClock;
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
                stages.findByCase(key).stream()
                        .filter(
                                stage ->
                                        stage.end().endedAt() == null
                                                && stage.limit().pausedAt() != null)
                        .findFirst()
                        .orElse(null);
        if (open == null) {
            return Map.of();
        }
        WorkingCalendar calendar = calendars.forRegion(file.get().region());
        LocalDate since = open.limit().pausedAt().toLocalDate();
        LocalDate today = clock.today();
        Map<OffsetDateTime, OffsetDateTime> moved = new HashMap<>();
        OffsetDateTime warnAt = moved(open.limit().warnAt(), open, calendar, today, moved);
        OffsetDateTime dueAt = moved(open.limit().dueAt(), open, calendar, today, moved);
        stages.putOff(key, warnAt, dueAt, calendar.remaining(since, today));
        events.publishEvent(new CaseMoved(key));
        return moved;
    }

    /**
     * Extends the limit of the open stage (延长时限).
     *
     * @param workingDays by how many, from 1
     * @return the moments of the stage that have moved, old to new; empty if it has no limit
     */
    @Transactional
    public Map<OffsetDateTime, OffsetDateTime> extend(CaseKey key, int workingDays) {
        CaseFile file = store.require(key.applicationNo());
        StageRecord open =
                file.item(key.itemNo()).stages().stream()
                        .filter(
                                stage ->
                                        stage.end().endedAt() == null
                                                && stage.limit().dueAt() != null)
                        .findFirst()
                        .orElse(null);
        if (open == null) {
            return Map.of();
        }
        WorkingCalendar calendar = calendars.forRegion(file.region());
        Map<OffsetDateTime, OffsetDateTime> moved = new HashMap<>();
        for (OffsetDateTime moment : List.of(open.limit().warnAt(), open.limit().dueAt())) {
            moved.put(moment, calendar.later(moment, workingDays));
        }
        stages.putOff(
                key,
                moved.get(open.limit().warnAt()),
                moved.get(open.limit().dueAt()),
                workingDays);
        events.publishEvent(new CaseMoved(key));
        return moved;
    }

    /**
     * Moves the limits of the open stage, because the calendar has changed. A limit that was past
     * already stays as it is.
     *
     * @param later gives the moment that another one becomes, for an event on a day
     * @return the moments of the stage, old to new
     */
    @Transactional
    public Map<OffsetDateTime, OffsetDateTime> recompute(
            CaseKey key, BiFunction<LocalDate, OffsetDateTime, OffsetDateTime> later) {
        Map<OffsetDateTime, OffsetDateTime> moved = new HashMap<>();
        for (StageRecord open : stages.findByCase(key)) {
            if (open.end().endedAt() == null && open.limit().dueAt() != null) {
                LocalDate from =
                        (open.limit().pausedAt() == null
                                        ? open.startedAt()
                                        : open.limit().pausedAt())
                                .toLocalDate();
                moved.put(open.limit().dueAt(), later.apply(from, open.limit().dueAt()));
                if (open.limit().warnAt() != null) {
                    moved.put(open.limit().warnAt(), later.apply(from, open.limit().warnAt()));
                }
                stages.setLimits(
                        key, moved.get(open.limit().warnAt()), moved.get(open.limit().dueAt()));
                events.publishEvent(new CaseMoved(key));
            }
        }
        return moved;
    }

    private static OffsetDateTime moved(
            OffsetDateTime moment,
            StageRecord open,
            WorkingCalendar calendar,
            LocalDate today,
            Map<OffsetDateTime, OffsetDateTime> moved) {
        if (moment == null || !moment.isAfter(open.limit().pausedAt())) {
            return moment;
        }
        int left = calendar.remaining(open.limit().pausedAt().toLocalDate(), moment.toLocalDate());
        OffsetDateTime later =
                BusinessClock.at(
                        WorkingCalendar.endOf(
                                calendar.deadline(today, WorkingDays.of(left)).date()));
        moved.put(moment, later);
        return later;
    }
}
