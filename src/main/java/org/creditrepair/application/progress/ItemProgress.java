package org.creditrepair.application.progress;

import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.store.ApplicationStore;
import org.creditrepair.application.store.StageStore;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.RefusalReason;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Transitions of an item on its path, one method a step. Each step is part of the caller's
 * transaction, so that the case and its process never disagree.
 */
@Service
@Transactional
public class ItemProgress {

    private final ApplicationStore store;
    private final StageStore stages;
    private final RecordRegister register;
    private final PinnedRules rules;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    public ItemProgress(
            ApplicationStore store,
            StageStore stages,
            RecordRegister register,
            PinnedRules rules,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.store = store;
        this.stages = stages;
        this.register = register;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Checks that the item's record is still on display (仍在公示), the only refusal that needs no
     * person, and pins the reasons if it is not.
     */
    public void checkDisplay(CaseKey key) {
        CaseFile file = store.require(key.applicationNo());
        DishonestyRecord record = record(file, file.item(key.itemNo()));
        if (!record.isDisplayedOn(clock.today())) {
            store.explain(key, String.join("；", findings(key)));
        }
    }

    /** The repair of a record has been revoked (撤销修复): its case says so from now on. */
    public void revoked(RegionCode region, String recordNo) {
        store.lastRepairOf(region, recordNo).ifPresent(key -> store.revoked(key, clock.now()));
    }

    /** What the rules hold against a repair: see {@link PinnedRules#findings}. */
    @Transactional(readOnly = true)
    List<String> findings(CaseKey key) {
        CaseFile file = store.require(key.applicationNo());
        return rules.findings(file, file.item(key.itemNo()));
    }

    /**
     * Whether the longest term of the record is over and only its display has not been ended yet
     * (期满).
     */
    public boolean isAtFullTerm(CaseKey key) {
        CaseFile file = store.require(key.applicationNo());
        DishonestyRecord record = record(file, file.item(key.itemNo()));
        return record.display().state() == RecordState.DISPLAYED
                && record.stateOn(clock.today()) == RecordState.EXPIRED;
    }

    /** Whether the server has granted the case by itself because the longest term is over. */
    public boolean leavesAtFullTerm(CaseKey key) {
        List<StageRecord> stages = store.require(key.applicationNo()).item(key.itemNo()).stages();
        return !stages.isEmpty()
                && stages.get(stages.size() - 1).end().actor() == null
                && isAtFullTerm(key);
    }

    private DishonestyRecord record(CaseFile file, CaseItem item) {
        return register.find(file.region(), item.recordNo()).orElseThrow();
    }

    /**
     * A stage that a person works on begins: 受理审查 the first time or anew after a correction, 核查 or
     * 审核决定.
     */
    public void begin(CaseKey key, Stage stage, OffsetDateTime warnAt, OffsetDateTime dueAt) {
        if (stage == Stage.ACCEPTANCE) {
            end(key, Stage.CORRECTION, Outcome.CORRECTED, null, null);
            store.setStatus(key, ItemStatus.SUBMITTED);
        }
        start(key, stage, warnAt, dueAt);
    }

    /**
     * 核查 has ended; whoever decides sees what it found.
     *
     * @param outcome CONFIRMED or NOT_CONFIRMED
     */
    public void verify(CaseKey key, Outcome outcome, @Nullable String comment, String actor) {
        end(key, Stage.VERIFICATION, outcome, comment, actor);
    }

    /** 受理. */
    public void accept(CaseKey key, @Nullable String comment, @Nullable String actor) {
        end(key, Stage.ACCEPTANCE, Outcome.ACCEPT, comment, actor);
        store.setStatus(key, ItemStatus.ACCEPTED);
        CaseFile file = store.require(key.applicationNo());
        rules.pinAtAcceptance(file, file.item(key.itemNo()), clock.today());
        if (actor != null) {
            register.reachableAt(
                    file.region(),
                    file.applicant().subject().code(),
                    file.applicant().contact().mobile());
        }
    }

    /** 受理并准予, because the data confirm that nothing is open; no person is needed. */
    public void repairByData(CaseKey key) {
        grantAtOnce(key, "经登记数据核实，已履行义务且无其他未了事项");
    }

    /** 期满移出: the longest term is over; no person is needed. */
    public void leaveAtFullTerm(CaseKey key) {
        grantAtOnce(key, "最长期限已届满，自动移出");
    }

    private void grantAtOnce(CaseKey key, String why) {
        start(key, Stage.ACCEPTANCE, null, null);
        accept(key, "自动受理", null);
        start(key, Stage.DECISION, null, null);
        decideRepair(key, why, null);
    }

    /**
     * 一次性补正: everything that is missing is told at once; the clock of acceptance stops.
     *
     * @param until when the wait for the correction ends
     */
    public void demandCorrection(CaseKey key, String comment, String actor, OffsetDateTime until) {
        end(key, Stage.ACCEPTANCE, Outcome.CORRECT, comment, actor);
        store.demandCorrection(key);
        start(key, Stage.CORRECTION, null, until);
    }

    /** 不予受理. */
    public void reject(CaseKey key, RefusalReason why, @Nullable String comment, String actor) {
        end(key, Stage.ACCEPTANCE, Outcome.REJECT, comment, actor);
        store.setRefusal(key, why);
        close(key, ItemResult.REJECTED, comment);
    }

    /** 不予受理, because the record is on display no more; the reasons were pinned by the check. */
    public void rejectEnded(CaseKey key) {
        CaseItem item = store.require(key.applicationNo()).item(key.itemNo());
        store.setRefusal(key, RefusalReason.CONDITIONS);
        close(key, ItemResult.REJECTED, item.state().resultReason());
    }

    /** 转办: another unit of the region reviews from now on. */
    public void transfer(CaseKey key, String unit) {
        store.setUnit(key, unit);
        events.publishEvent(new CaseMoved(key));
    }

    /** 准予修复. */
    public void decideRepair(CaseKey key, @Nullable String comment, @Nullable String actor) {
        end(key, Stage.DECISION, Outcome.REPAIR, comment, actor);
        store.setStatus(key, ItemStatus.DECIDED);
    }

    /** 不予修复. */
    public void decideRefusal(
            CaseKey key, RefusalReason why, @Nullable String comment, String actor) {
        end(key, Stage.DECISION, Outcome.REFUSE, comment, actor);
        store.setRefusal(key, why);
        close(key, ItemResult.REFUSED, comment);
    }

    /** 逾期未补正, 视为放弃. */
    public void lapse(CaseKey key) {
        end(key, Stage.CORRECTION, Outcome.LAPSED, null, null);
        close(key, ItemResult.LAPSED, "在补正期限内未提交补正材料");
    }

    /** 撤回. */
    public void withdraw(CaseKey key) {
        stages.endOpen(key, Outcome.WITHDRAWN, clock.now());
        close(key, ItemResult.WITHDRAWN, "申请人在作出决定前撤回申请");
    }

    /**
     * A case whose repair stands decided (准予修复): by a person, or by the server where the whole case
     * was granted by data.
     *
     * @param region code of the region that the case must belong to
     * @return the application
     * @throws IllegalStateException if the tables do not say so
     */
    @Transactional(readOnly = true)
    public CaseFile decided(CaseKey key, RegionCode region) {
        CaseFile file = store.require(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        if (!file.region().equals(region) || !item.isRepairDecided()) {
            throw new IllegalStateException(
                    key + " 未作出准予修复的决定（" + item.state().status().text() + "），不能生效");
        }
        return file;
    }

    /**
     * Sharing of the result begins (结果共享).
     *
     * @param dueAt last moment for the platforms to follow
     */
    public void beginSharing(CaseKey key, OffsetDateTime dueAt) {
        store.setStatus(key, ItemStatus.SHARING);
        start(key, Stage.SHARING, null, dueAt);
    }

    /** Every platform has the result. */
    public void finishRepair(CaseKey key) {
        CaseItem item = store.require(key.applicationNo()).item(key.itemNo());
        if (item.state().status() != ItemStatus.SHARING) {
            throw new IllegalStateException(
                    key + " 未在结果共享环节（" + item.state().status().text() + "），不能登记修复办结");
        }
        end(key, Stage.SHARING, Outcome.SHARED, null, null);
        close(key, ItemResult.REPAIRED, null);
    }

    /** All items have ended. */
    public void closeApplication(String applicationNo) {
        store.close(applicationNo, clock.now());
    }

    private void start(
            CaseKey key,
            Stage stage,
            @Nullable OffsetDateTime warnAt,
            @Nullable OffsetDateTime dueAt) {
        stages.begin(key, stage, clock.now(), warnAt, dueAt);
        events.publishEvent(new CaseMoved(key));
    }

    private void end(
            CaseKey key,
            Stage stage,
            Outcome outcome,
            @Nullable String comment,
            @Nullable String actor) {
        stages.end(key, stage, outcome, comment, actor, clock.now());
        events.publishEvent(new CaseMoved(key));
    }

    private void close(CaseKey key, ItemResult result, @Nullable String reason) {
        CaseFile file = store.require(key.applicationNo());
        store.finish(key, result, reason, clock.now());
        events.publishEvent(new CaseMoved(key));
        register.release(file.region(), file.item(key.itemNo()).recordNo(), key.applicationNo());
    }
}
