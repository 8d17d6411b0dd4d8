package org.creditrepair.registry;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.ExternalResult.Event;
import org.creditrepair.registry.ExternalResult.Verdict;
import org.creditrepair.registry.store.ExternalResultStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Results decided elsewhere (结果互认; 甘肃方案三（二）, 呼和浩特方案五（二）): taken in once, checked against the
 * register, applied, or put before a person where they contradict it.
 */
@Service
public class ExternalResults {

    private final Catalog catalog;
    private final RecordRegister register;
    private final ExternalResultStore store;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    public ExternalResults(
            Catalog catalog,
            RecordRegister register,
            ExternalResultStore store,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.catalog = catalog;
        this.register = register;
        this.store = store;
        this.clock = clock;
    }

    /** What is wrong with a result, field by field; empty if nothing is. */
    List<Violation> violations(Region region, ExternalResultForm form) {
        Violations wrong = new Violations(clock.today());
        wrong.text("recordNo", form.recordNo(), 64);
        wrong.text("documentNo", form.documentNo(), 128);
        wrong.code("event", form.event(), Event.class);
        wrong.day("decidedOn", form.decidedOn());
        if (!ExternalResult.UNIT.equals(form.platform())
                && region.platform(form.platform()).isEmpty()) {
            wrong.add(new Violation("platform", "UNKNOWN_PLATFORM", "该地区无此平台：" + form.platform()));
        }
        if (wrong.isEmpty() && register.find(region.code(), form.recordNo()).isEmpty()) {
            wrong.add(
                    new Violation("recordNo", "UNKNOWN_RECORD", "本地区未归集此失信信息：" + form.recordNo()));
        }
        return wrong.found();
    }

    /**
     * Takes in a result.
     *
     * @return the result; nothing if the same was delivered before
     * @throws RefusedException naming every field that is wrong
     */
    @Transactional
    public Optional<ExternalResult> receive(
            String regionCode, ExternalResultForm form, String sender) {
        Region region = catalog.region(regionCode);
        List<Violation> wrong = violations(region, form);
        if (!wrong.isEmpty()) {
            throw RefusedException.invalid(wrong);
        }
        return receive(
                new ExternalResult(
                        0,
                        region.code(),
                        form.recordNo(),
                        form.platform(),
                        Event.valueOf(form.event()),
                        LocalDate.parse(form.decidedOn()),
                        form.documentNo().strip(),
                        sender,
                        null));
    }

    private Optional<ExternalResult> receive(ExternalResult result) {
        if (store.isKnown(result)) {
            return Optional.empty();
        }
        ExternalResult received = store.insert(result, clock.now());
        events.publishEvent(new ResultReceived(received));
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
            String doubt) {
        receive(
                new ExternalResult(
                        0,
                        region,
                        recordNo,
                        platform,
                        event,
                        clock.today(),
                        documentNo,
                        "platform-reconciliation",
                        doubt));
    }

    /**
     * Whether a person has kept to the register against a platform (不予采信).
     *
     * @param moment after which; null for any time
     */
    public boolean keptSince(
            RegionCode region, String recordNo, String platform, OffsetDateTime moment) {
        return store.lastDismissed(region, recordNo, platform)
                .filter(at -> moment == null || at.isAfter(moment))
                .isPresent();
    }

    public ExternalResult byId(long id) {
        return store.find(id).orElseThrow(() -> new IllegalArgumentException("无此外部结果：" + id));
    }

    /** What is to be done about a result; notes the doubt if there is one. */
    @Transactional
    public Verdict judge(long id) {
        ExternalResult result = byId(id);
        DishonestyRecord record = register.find(result.region(), result.recordNo()).orElseThrow();
        boolean displayed = record.isDisplayedOn(clock.today());
        boolean shows = result.event() == Event.LISTED;
        if (displayed == shows) {
            return Verdict.SETTLED;
        }
        if (result.doubt() != null) {
            return Verdict.DOUBTFUL;
        }
        Optional<String> doubt = doubt(result, record);
        doubt.ifPresent(text -> store.doubt(id, text));
        return doubt.isPresent() ? Verdict.DOUBTFUL : Verdict.APPLY;
    }

    private Optional<String> doubt(ExternalResult result, DishonestyRecord record) {
        if (result.event() == Event.LISTED) {
            return Optional.of("该信息在本平台" + record.stateOn(clock.today()).text() + "，外部结果却为恢复公示");
        }
        LocalDate since = displayedSince(result.region(), record);
        if (result.decidedOn().isBefore(since)) {
            return Optional.of("外部结果的决定日期早于该信息的公示起始日期 " + since + "，可能是迟到的消息");
        }
        if (record.openApplicationNo() != null) {
            return Optional.of("该信息有在办的修复申请 " + record.openApplicationNo());
        }
        return Optional.empty();
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
    public List<DishonestyRecord> apply(long id) {
        ExternalResult result = byId(id);
        String reference = "result-" + id;
        return result.event() == Event.LISTED
                ? register.restore(result.region(), result.recordNo(), reference)
                : register.endDisplay(
                        result.region(), result.recordNo(), RecordState.REPAIRED, reference);
    }

    /** Notes what a person decided about a doubtful result. */
    @Transactional
    public void decide(long id, String outcome, String remark, String account) {
        store.decide(id, outcome, remark, account, clock.now());
    }
}
