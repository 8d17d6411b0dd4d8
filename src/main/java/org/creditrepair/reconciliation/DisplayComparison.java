package org.creditrepair.reconciliation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.reconciliation.DisplayDifference.Handling;
import org.creditrepair.reconciliation.DisplayDifference.Kind;
import org.creditrepair.registry.recognition.ExternalResult.Event;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.sharing.ledger.ShareRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares what a platform was read to display with the register, and does about each difference
 * what the table {@code reconciliation} says.
 */
@Service
public class DisplayComparison {

    private static final int PAGE = 500;

    /** More differences than this many, and than a share of all, are not mended by themselves. */
    private static final int MANY = 100;

    private static final int SHARE = 5;

    private final ReconciliationStore store;
    private final DifferenceStore differences;
    private final DifferenceJudgement judgement;
    private final RecordRegister register;
    private final ExternalResults results;
    private final PushLedger ledger;
    private final ShareRecords share;
    private final BusinessClock clock;

    DisplayComparison(
            ReconciliationStore store,
            DifferenceStore differences,
            DifferenceJudgement judgement,
            RecordRegister register,
            ExternalResults results,
            PushLedger ledger,
            ShareRecords share,
            BusinessClock clock) {
        this.store = store;
        this.differences = differences;
        this.judgement = judgement;
        this.register = register;
        this.results = results;
        this.ledger = ledger;
        this.share = share;
        this.clock = clock;
    }

    /**
     * What came of a comparison.
     *
     * @param pushes whether the platform is to be told again of something, in the sharing {@code
     *     reconciliation-{id}}
     * @param doubtful whether a person has to look at the whole
     */
    public record Outcome(boolean pushes, boolean doubtful) {}

    /** Compares, and handles each difference. */
    @Transactional
    public Outcome compare(long id) {
        Reconciliation run = store.find(id).orElseThrow();
        long here = store.displayedHere(run.region());
        long differing = store.differing(run);
        boolean tooMany = differing > MANY && differing > here / SHARE;
        boolean pushes = false;
        if (!tooMany) {
            for (Kind kind : Kind.values()) {
                String after = "";
                List<String> page = store.differing(kind, run, after, PAGE);
                while (!page.isEmpty()) {
                    for (String recordNo : page) {
                        pushes |= handle(run, kind, recordNo);
                    }
                    page = store.differing(kind, run, page.get(page.size() - 1), PAGE);
                }
            }
            differences.settle(run, clock.now());
        }
        String doubt = doubt(run, tooMany, differing);
        store.finish(id, here, store.displayedThere(id), differing, doubt, clock.now());
        store.clear(id);
        return new Outcome(pushes, doubt != null);
    }

    private @Nullable String doubt(Reconciliation run, boolean tooMany, long differing) {
        if (tooMany) {
            return "差异 " + differing + " 条，超过在公示信息的五分之一，疑为平台清单不完整，未自动处理";
        }
        int unknown = differences.newlyUnknown(run.id()).size();
        return unknown == 0 ? null : "平台公示了本地未归集的失信信息 " + unknown + " 条";
    }

    /** Whether the platform is to be told again. */
    private boolean handle(Reconciliation run, Kind kind, String recordNo) {
        Optional<Push> last = ledger.lastAbout(run.region(), recordNo, run.platform());
        DifferenceJudgement.Judgement rule = judgement.judge(run, kind, recordNo, last);
        Handling handling = rule.handling();
        boolean referred =
                differences
                        .open(run.region(), run.platform(), recordNo)
                        .filter(open -> open.handling() == Handling.PERSON)
                        .isPresent();
        OffsetDateTime now = clock.now();
        differences.seen(
                new DisplayDifference(
                        run.region(),
                        run.platform(),
                        recordNo,
                        kind,
                        now,
                        now,
                        handling,
                        rule.cause(),
                        null),
                run.id());
        if (handling == Handling.PERSON && kind != Kind.UNKNOWN_HERE && !referred) {
            refer(run, kind, recordNo, rule.cause());
        }
        if (handling == Handling.PUSH) {
            DishonestyRecord record = register.find(run.region(), recordNo).orElseThrow();
            share.tellAgain(run.sharingNo(), event(record, last.isEmpty()), run.platform(), record);
        }
        return handling == Handling.PUSH;
    }

    private void refer(Reconciliation run, Kind kind, String recordNo, @Nullable String cause) {
        results.refer(
                run.region(),
                recordNo,
                run.platform(),
                kind == Kind.SHOWN_THERE ? Event.LISTED : Event.REMOVED,
                "对账第" + run.id() + "号",
                cause);
    }

    /** What tells the platform the record's present state. */
    private static PlatformEvent event(DishonestyRecord record, boolean first) {
        PlatformEvent standing = ShareRecords.standing(record);
        return first && standing == PlatformEvent.RESTORED ? PlatformEvent.LISTED : standing;
    }
}
