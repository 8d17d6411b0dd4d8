package org.creditrepair.application.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.creditrepair.application.progress.Cases.KEY;
import static org.creditrepair.application.progress.Cases.REGION;
import static org.creditrepair.application.progress.Cases.ended;
import static org.creditrepair.application.progress.Cases.moment;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.store.ApplicationStore;
import org.creditrepair.application.store.StageStore;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.RefusalReason;
import org.creditrepair.vocabulary.RegionCode;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.context.ApplicationEventPublisher;

/** What each step writes, and which steps are refused. */
class ItemProgressTest {

    private final ApplicationStore store = mock(ApplicationStore.class);
    private final StageStore stages = mock(StageStore.class);
    private final RecordRegister register = mock(RecordRegister.class);
    private final PinnedRules rules = mock(PinnedRules.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final ItemProgress progress =
            new ItemProgress(store, stages, register, rules, new BusinessClock(), events);

    private void stands(ItemStatus status, StageRecord... passed) {
        when(store.require(KEY.applicationNo())).thenReturn(Cases.file(status, passed));
    }

    @Test
    void acceptanceAfterACorrectionEndsTheCorrection() {
        progress.begin(
                KEY, Stage.ACCEPTANCE, moment("2026-03-03T23:59"), moment("2026-03-04T23:59"));
        InOrder order = inOrder(stages, store);
        order.verify(stages)
                .end(eq(KEY), eq(Stage.CORRECTION), eq(Outcome.CORRECTED), any(), any(), any());
        order.verify(store).setStatus(KEY, ItemStatus.SUBMITTED);
        order.verify(stages)
                .begin(
                        eq(KEY),
                        eq(Stage.ACCEPTANCE),
                        any(),
                        eq(moment("2026-03-03T23:59")),
                        eq(moment("2026-03-04T23:59")));
    }

    @Test
    void acceptancePinsTheLimitsOfItsDay() {
        stands(ItemStatus.SUBMITTED);
        progress.accept(KEY, "材料齐全", "reviewer");
        verify(store).setStatus(KEY, ItemStatus.ACCEPTED);
        verify(rules).pinAtAcceptance(any(), any(), any());
    }

    @Test
    void everyEndLetsTheRecordGo() {
        stands(ItemStatus.SUBMITTED);
        progress.reject(KEY, RefusalReason.CONDITIONS, "未满最短公示期", "reviewer");
        verify(store).setRefusal(KEY, RefusalReason.CONDITIONS);
        verify(store).finish(eq(KEY), eq(ItemResult.REJECTED), eq("未满最短公示期"), any());
        verify(register).release(REGION, "A-1", KEY.applicationNo());
    }

    @Test
    void aRepairTakesEffectOnlyWhereItStandsDecided() {
        stands(
                ItemStatus.DECIDED,
                ended(Stage.ACCEPTANCE, Outcome.ACCEPT, "reviewer"),
                ended(Stage.DECISION, Outcome.REPAIR, "reviewer"));
        assertThat(progress.decided(KEY, REGION).applicationNo()).isEqualTo(KEY.applicationNo());
        assertThatThrownBy(() -> progress.decided(KEY, new RegionCode("330000")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatTheServerDecidesAloneItMustHaveAcceptedAlone() {
        stands(
                ItemStatus.DECIDED,
                ended(Stage.ACCEPTANCE, Outcome.ACCEPT, "reviewer"),
                ended(Stage.DECISION, Outcome.REPAIR, null));
        assertThatThrownBy(() -> progress.decided(KEY, REGION))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("未作出准予修复的决定");
        stands(
                ItemStatus.DECIDED,
                ended(Stage.ACCEPTANCE, Outcome.ACCEPT, null),
                ended(Stage.DECISION, Outcome.REPAIR, null));
        assertThat(progress.decided(KEY, REGION)).isNotNull();
    }

    @Test
    void aRepairIsFinishedOnlyOutOfItsSharing() {
        stands(ItemStatus.DECIDED);
        assertThatThrownBy(() -> progress.finishRepair(KEY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("未在结果共享环节");
        verify(store, never()).finish(any(), any(), any(), any());
        stands(ItemStatus.SHARING);
        progress.finishRepair(KEY);
        verify(store).finish(eq(KEY), eq(ItemResult.REPAIRED), eq(null), any());
    }
}
