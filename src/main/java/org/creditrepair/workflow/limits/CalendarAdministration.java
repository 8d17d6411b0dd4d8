package org.creditrepair.workflow.limits;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.progress.CaseClock;
import org.creditrepair.calendar.CalendarChange;
import org.creditrepair.calendar.CalendarChanges;
import org.creditrepair.calendar.CalendarChanges.Affected;
import org.creditrepair.calendar.CalendarChanges.Moved;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.ProcessStarter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports and revokes a year's arrangement of working days, and moves the limits of everything that
 * is open: what was counted in working days keeps their number.
 */
@Service
public class CalendarAdministration {

    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2100;
    private static final int BATCH = 100;
    private static final int SHOWN = 200;

    private final CalendarChanges changes;
    private final WorkingCalendars calendars;
    private final OpenLimits limits;
    private final ProcessStarter processes;
    private final CaseClock caseClock;
    private final LimitMover mover;
    private final RunAsServer server;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    CalendarAdministration(
            CalendarChanges changes,
            WorkingCalendars calendars,
            OpenLimits limits,
            ProcessStarter processes,
            CaseClock caseClock,
            LimitMover mover,
            RunAsServer server,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.changes = changes;
        this.calendars = calendars;
        this.limits = limits;
        this.processes = processes;
        this.caseClock = caseClock;
        this.mover = mover;
        this.server = server;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Preview of an import.
     *
     * @param days days that become working days or days off
     * @param processes how many processes have limits that may move
     * @param moved limits that would move, about the first 200
     */
    public record Preview(List<LocalDate> days, int processes, List<Moved> moved) {}

    /**
     * Previews the import of a year's arrangement; nothing is changed.
     *
     * @param region whose own holidays it is about; null for the nation
     * @param text in the form of {@code ArrangementText}
     */
    @Transactional(readOnly = true)
    public Preview preview(int year, @Nullable RegionCode region, String text) {
        checkYear(year);
        CalendarShift shift = shift(year, region, current(year, region), text);
        List<Affected> affected = server.call(() -> limits.affected(shift));
        List<Moved> moved = server.call(() -> firstMoves(shift, affected));
        return new Preview(shift.days(), affected.size(), moved);
    }

    private List<Moved> firstMoves(CalendarShift shift, List<Affected> affected) {
        List<Moved> moved = new ArrayList<>();
        for (Affected one : affected) {
            moved.addAll(limits.moves(shift, one).log());
            if (moved.size() >= SHOWN) {
                break;
            }
        }
        return moved;
    }

    /**
     * Imports a year's arrangement; the limits are moved by a process of their own.
     *
     * @throws RefusedException if the arrangement is the one in force, or an earlier change still
     *     moves limits
     */
    @Transactional
    public CalendarChange importYear(
            int year, @Nullable RegionCode region, String text, String source, String account) {
        checkYear(year);
        checkNothingMoves();
        String before = current(year, region);
        if (text.equals(before)) {
            throw RefusedException.conflict("text", "UNCHANGED", "与现行安排相同");
        }
        return begin(changes.enter(year, region, source, before, text, null, account));
    }

    /**
     * Revokes an import: what was in force before is in force again.
     *
     * @throws RefusedException if a later change of the same year stands on it, or one still moves
     *     limits
     */
    @Transactional
    public CalendarChange revoke(long id, String reason, String account) {
        CalendarChange wrong = changes.byId(id);
        boolean latest =
                changes.latest(wrong.year(), wrong.region()).filter(wrong::equals).isPresent();
        if (!latest) {
            throw RefusedException.conflict("id", "NOT_LATEST", "只能撤销该年最近一次变更");
        }
        checkNothingMoves();
        return begin(
                changes.enter(
                        wrong.year(),
                        wrong.region(),
                        reason,
                        /* before= */ wrong.after(),
                        /* after= */ wrong.before(),
                        wrong.id(),
                        account));
    }

    private static void checkYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw RefusedException.invalid(
                    "year", "RANGE", "须在 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 之间");
        }
    }

    private @Nullable String current(int year, @Nullable RegionCode region) {
        return changes.latest(year, region).map(CalendarChange::after).orElse(null);
    }

    /** A change is counted from where the one before has left every limit. */
    private void checkNothingMoves() {
        if (changes.all().stream().anyMatch(change -> change.finishedAt() == null)) {
            throw RefusedException.conflict("id", "STILL_MOVING", "上一次日历变更尚在改算时限，请稍后再试");
        }
    }

    private CalendarChange begin(CalendarChange entered) {
        changes.affects(entered.id(), server.call(() -> limits.affected(shift(entered))));
        processes.begin(entered);
        events.publishEvent(entered);
        return entered;
    }

    private CalendarShift shift(CalendarChange entered) {
        return shift(entered.year(), entered.region(), entered.before(), entered.after());
    }

    private CalendarShift shift(
            int year,
            @Nullable RegionCode region,
            @Nullable String before,
            @Nullable String after) {
        return new CalendarShift(calendars, year, region, before, after, clock.now());
    }

    /**
     * Moves the limits of the next processes.
     *
     * @return whether there are more
     */
    @Transactional
    public boolean moveNext(long changeId) {
        CalendarShift shift = shift(changes.byId(changeId));
        List<Affected> batch = changes.next(changeId, BATCH);
        batch.forEach(one -> changes.done(changeId, one, move(shift, one)));
        if (batch.size() < BATCH) {
            changes.finish(changeId);
            return false;
        }
        return true;
    }

    private List<Moved> move(CalendarShift shift, Affected affected) {
        OpenLimits.Moves moves = limits.moves(shift, affected);
        if (moves.log().isEmpty()) {
            return List.of();
        }
        Map<OffsetDateTime, OffsetDateTime> moments = new HashMap<>(moves.moments());
        if (CaseKey.isWellFormed(affected.reference())) {
            moments.putAll(
                    caseClock.recompute(
                            CaseKey.parse(affected.reference()),
                            (from, moment) -> shift.later(moves.region(), from, moment)));
        }
        mover.move(affected.instanceId(), moments);
        return moves.log();
    }
}
