package org.creditrepair.application.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.creditrepair.application.progress.Cases.KEY;
import static org.creditrepair.application.progress.Cases.moment;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.store.ApplicationStore;
import org.creditrepair.application.store.StageStore;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.clock.BusinessClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

/** Working days that a suspension or an extension gives back, over a weekend each time. */
class CaseClockTest {

    private static final String WARNED = "2026-03-05T23:59";
    private static final String DUE = "2026-03-06T23:59";

    private final ApplicationStore store = mock(ApplicationStore.class);
    private final StageStore stages = mock(StageStore.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final BusinessClock clock = new BusinessClock();
    private final CaseClock cases =
            new CaseClock(store, stages, WorkingCalendars.builtIn(clock), clock, events);

    @BeforeEach
    void monday() {
        clock.moveTo(moment("2026-03-09T10:00").toInstant());
    }

    private void stands(StageRecord stage) {
        CaseFile file = Cases.file(ItemStatus.ACCEPTED, stage);
        when(store.find(KEY.applicationNo())).thenReturn(Optional.of(file));
        when(store.require(KEY.applicationNo())).thenReturn(file);
        when(stages.findByCase(KEY)).thenReturn(List.of(stage));
    }

    private static OffsetDateTime endOf(String day) {
        return moment(day + "T23:59").plusSeconds(59);
    }

    @Test
    void theDaysThatWereLeftAreLeftAgain() {
        OffsetDateTime due = endOf("2026-03-06");
        OffsetDateTime warned = endOf("2026-03-05");
        stands(
                new StageRecord(
                        Stage.DECISION,
                        moment("2026-03-02T09:00"),
                        new StageRecord.Limit(warned, due, moment("2026-03-04T15:00"), 0),
                        new StageRecord.End(null, null, null, null)));
        Map<OffsetDateTime, OffsetDateTime> moved = cases.resume(KEY);
        assertThat(moved.get(warned).toLocalDate()).hasToString("2026-03-10");
        assertThat(moved.get(due).toLocalDate()).hasToString("2026-03-11");
        verify(stages).putOff(KEY, moved.get(warned), moved.get(due), 3);
        verify(events).publishEvent(new CaseMoved(KEY));
    }

    @Test
    void whatWasPastBeforeTheSuspensionStaysPast() {
        stands(Cases.open(Stage.DECISION, WARNED, DUE, "2026-03-07T09:00"));
        assertThat(cases.resume(KEY)).isEmpty();
        verify(stages).putOff(KEY, moment(WARNED), moment(DUE), 1);
    }

    @Test
    void aClockThatRunsIsLeftAlone() {
        stands(Cases.open(Stage.DECISION, WARNED, DUE, null));
        assertThat(cases.resume(KEY)).isEmpty();
        verify(stages, never()).putOff(any(), any(), any(), anyInt());
    }

    @Test
    void anExtensionCountsWorkingDaysFromTheLimit() {
        stands(Cases.open(Stage.DECISION, WARNED, DUE, null));
        Map<OffsetDateTime, OffsetDateTime> moved = cases.extend(KEY, 2);
        assertThat(moved.get(moment(WARNED)).toLocalDate()).hasToString("2026-03-09");
        assertThat(moved.get(moment(DUE)).toLocalDate()).hasToString("2026-03-10");
        verify(stages).putOff(KEY, moved.get(moment(WARNED)), moved.get(moment(DUE)), 2);
    }

    @Test
    void whatHasNoLimitCannotBeExtended() {
        stands(Cases.open(Stage.DECISION, null, null, null));
        assertThat(cases.extend(KEY, 2)).isEmpty();
    }

    @Test
    void anotherCalendarMovesBothMomentsAndCountsFromTheSuspension() {
        stands(Cases.open(Stage.DECISION, WARNED, DUE, "2026-03-04T15:00"));
        Map<OffsetDateTime, OffsetDateTime> moved =
                cases.recompute(
                        KEY,
                        (from, old) -> {
                            assertThat(from).hasToString("2026-03-04");
                            return old.plusDays(1);
                        });
        assertThat(moved).hasSize(2);
        verify(stages).setLimits(KEY, moment(WARNED).plusDays(1), moment(DUE).plusDays(1));
    }
}
