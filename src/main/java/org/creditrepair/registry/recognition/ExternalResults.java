package org.creditrepair.registry.recognition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.delivery.Sender;
import org.creditrepair.registry.display.Occasion;
import org.creditrepair.registry.recognition.ExternalResult.Decision;
import org.creditrepair.registry.recognition.ExternalResult.Event;
import org.creditrepair.registry.recognition.ExternalResult.Verdict;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.record.RecordEvent;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.Reference;
import org.creditrepair.task.TaskAnswer;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Results decided elsewhere (结果互认; 甘肃方案三（二）, 呼和浩特方案五（二）): taken in once, checked against the
 * register, applied, or put before a person where they contradict it.
 */
@Service
public class ExternalResults {

    private static final int MAX_DOUBT = 300;

    private final Catalog catalog;
    private final RecordRegister register;
    private final ExternalResultStore store;
    private final BusinessClock clock;
    private final ResultProcess process;
    private final ResultGate gate;

    public ExternalResults(
            Catalog catalog,
            RecordRegister register,
            ExternalResultStore store,
            BusinessClock clock,
            ResultProcess process,
            ResultGate gate) {
        this.gate = gate;
        this.process = process;
        this.catalog = catalog;
        this.register = register;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Takes in a result.
     *
     * @return the result; nothing if the same was delivered before
     * @throws RefusedException naming every field that is wrong, or if the sender may not say this
     *     of the record
     */
    @Transactional
    public Optional<ExternalResult> receive(
            RegionCode regionCode, ExternalResultForm form, Sender sender) {
        Region region = catalog.region(regionCode);
        gate.check(region, form, sender);
        return receive(
                new ExternalResult(
                        0,
                        region.code(),
                        form.recordNo(),
                        form.platform(),
                        new Decision(
                                Event.valueOf(form.event()),
                                LocalDate.parse(form.decidedOn()),
                                Objects.requireNonNull(form.documentNo()).strip()),
                        sender.account(),
                        null,
                        Violations.isBlank(form.reason()) ? null : form.reason().strip()));
    }

    private Optional<ExternalResult> receive(ExternalResult result) {
        if (store.isKnown(result)) {
            return Optional.empty();
        }
        ExternalResult received = store.insert(result, clock.now());
        process.begin(received);
        return Optional.of(received);
    }

    /**
     * Puts before a person that a platform shows otherwise than the register says.
     *
     * @param documentNo what found it
     */
    @Transactional
    public void refer(
            RegionCode region,
            String recordNo,
            String platform,
            Event event,
            String documentNo,
            @Nullable String doubt) {
        receive(
                new ExternalResult(
                        0,
                        region,
                        recordNo,
                        platform,
                        new Decision(event, clock.today(), documentNo),
                        "platform-reconciliation",
                        doubt,
                        null));
    }

    /**
     * Puts before a person a correction of a record that would end or shorten its display.
     *
     * @param content the whole row as JSON
     * @param digest tells this correction from others of the same record
     * @return false if it was put before one already
     */
    @Transactional
    public boolean refer(
            DishonestyRecord record, String content, String digest, String sender, String doubt) {
        return receive(
                        new ExternalResult(
                                0,
                                record.region(),
                                record.recordNo(),
                                ExternalResult.UNIT,
                                new Decision(Event.CORRECTED, clock.today(), "更正" + digest),
                                sender,
                                doubt,
                                content))
                .isPresent();
    }

    /**
     * Whether a person has kept to the register against a platform (不予采信).
     *
     * @param moment after which; null for any time
     */
    public boolean keptSince(
            RegionCode region, String recordNo, String platform, @Nullable OffsetDateTime moment) {
        return store.lastDismissed(region, recordNo, platform)
                .filter(at -> moment == null || at.isAfter(moment))
                .isPresent();
    }

    public ExternalResult byId(long id) {
        return store.find(id).orElseThrow(() -> new IllegalArgumentException("无此外部结果：" + id));
    }

    /** Judges a result and stores the verdict, with the doubt if there is one. */
    @Transactional
    public Verdict judge(long id) {
        ExternalResult result = byId(id);
        DishonestyRecord record = register.find(result.region(), result.recordNo()).orElseThrow();
        boolean displayed = record.isDisplayedOn(clock.today());
        boolean shows = result.decision().event() == Event.LISTED;
        boolean settled =
                switch (result.decision().event()) {
                    case CORRECTED -> false;
                    case ANNULLED -> record.display().state() == RecordState.ANNULLED;
                    default -> displayed == shows;
                };
        Optional<String> doubt = settled ? Optional.empty() : doubt(result, record);
        Verdict open = doubt.isPresent() ? Verdict.DOUBTFUL : Verdict.APPLY;
        Verdict verdict = settled ? Verdict.SETTLED : open;
        store.judged(id, verdict, doubt.orElse(result.doubt()));
        return verdict;
    }

    /** Why a result does not fit the rules that an application would have to meet. */
    private Optional<String> doubt(ExternalResult result, DishonestyRecord record) {
        if (result.doubt() != null) {
            return Optional.of(result.doubt());
        }
        if (result.decision().event() == Event.ANNULLED) {
            return Optional.empty();
        }
        if (result.decision().event() == Event.LISTED) {
            return Optional.of("该信息在本平台" + record.stateOn(clock.today()).text() + "，外部结果却为恢复公示");
        }
        LocalDate since = displayedSince(result.region(), record);
        if (result.decision().decidedOn().isBefore(since)) {
            return Optional.of("外部结果的决定日期早于该信息的公示起始日期 " + since + "，可能是迟到的消息");
        }
        if (record.custody().openApplicationNo() != null) {
            return Optional.of("该信息有在办的修复申请 " + record.custody().openApplicationNo());
        }
        List<String> against =
                register.judge(
                                record,
                                new Occasion(result.decision().decidedOn(), Ground.FULFILLED, null))
                        .reasons();
        return against.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        StringUtils.truncate("不符合修复条件：" + String.join("；", against), MAX_DOUBT));
    }

    /** The day since which a record has been on display: of its last restoration, else its own. */
    private LocalDate displayedSince(RegionCode region, DishonestyRecord record) {
        return register.historyOf(region, record.recordNo()).stream()
                .filter(entry -> entry.event() == RecordEvent.RESTORED)
                .map(entry -> entry.at().toLocalDate())
                .reduce((first, last) -> last)
                .orElse(record.beginsOn());
    }

    /**
     * Applies a result to the register (采信).
     *
     * @return the records as they are now
     */
    @Transactional
    public List<DishonestyRecord> apply(ExternalResult result) {
        String reference = Reference.RESULT + result.id();
        return switch (result.decision().event()) {
            case LISTED -> register.restore(result.region(), result.recordNo(), reference);
            case ANNULLED ->
                    register.endDisplay(
                            result.region(), result.recordNo(), RecordState.ANNULLED, reference);
            default ->
                    register.endDisplay(
                            result.region(), result.recordNo(), RecordState.REPAIRED, reference);
        };
    }

    /**
     * A result of a region that is to be applied.
     *
     * @throws IllegalStateException if neither the rules nor a person say so
     */
    public ExternalResult toBeApplied(long id, RegionCode region) {
        if (!store.isToBeApplied(id, region)) {
            throw new IllegalStateException("外部结果未经采信：" + region + " " + id);
        }
        return byId(id);
    }

    /**
     * Stores the decision of a person about a doubtful result.
     *
     * @throws RefusedException if a record whose decision was annulled would be displayed again
     * @throws IllegalStateException if the region has no doubtful result of this number
     */
    @Transactional
    public void decide(long id, RegionCode region, TaskAnswer answer, String account) {
        ExternalResult result = byId(id);
        if (answer.outcome() == Outcome.APPLY
                && result.decision().event() == Event.LISTED
                && register.isAnnulled(region, result.recordNo())) {
            throw RefusedException.conflict(
                    answer.task().outcomeField(), "ANNULLED", "该决定已被撤销或确认无效，不能恢复公示");
        }
        if (!store.decide(id, region, answer, account, clock.now())) {
            throw new IllegalStateException("无待核对的外部结果：" + region + " " + id);
        }
    }
}
