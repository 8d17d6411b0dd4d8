package org.creditrepair.reconciliation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.catalog.model.RegionCode;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.reconciliation.DisplayDifference.Handling;
import org.creditrepair.reconciliation.DisplayDifference.Kind;
import org.creditrepair.registry.recognition.ExternalResult.Event;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.sharing.connection.Connector;
import org.creditrepair.sharing.connection.Connectors;
import org.creditrepair.sharing.connection.DeliveryFailedException;
import org.creditrepair.sharing.connection.DisplayPage;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.sharing.ledger.ShareRecords;
import org.creditrepair.task.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares what platforms display with the register (对账), and does about each difference what the
 * table {@code reconciliation} says.
 */
@Service
public class Reconciliations {

    static final String SHARING = Reference.RECONCILIATION;
    private static final int PAGE = 500;

    /** More differences than this many, and than a share of all, are not mended by themselves. */
    private static final int MANY = 100;

    private static final int SHARE = 5;

    private final Catalog catalog;
    private final Connectors connectors;
    private final ReconciliationStore store;
    private final DifferenceStore differences;
    private final RecordRegister register;
    private final ExternalResults results;
    private final PushLedger ledger;
    private final ShareRecords share;
    private final DifferenceJudgement judgement;
    private final BusinessClock clock;

    public Reconciliations(
            Catalog catalog,
            Connectors connectors,
            ReconciliationStore store,
            DifferenceStore differences,
            RecordRegister register,
            ExternalResults results,
            PushLedger ledger,
            ShareRecords share,
            DifferenceJudgement judgement,
            BusinessClock clock) {
        this.catalog = catalog;
        this.connectors = connectors;
        this.store = store;
        this.differences = differences;
        this.register = register;
        this.results = results;
        this.ledger = ledger;
        this.share = share;
        this.judgement = judgement;
        this.clock = clock;
    }

    /** Codes of the platforms of a region that can be compared. */
    public List<String> comparable(RegionCode region) {
        return catalog.region(region.value()).platforms().stream()
                .filter(RegionPlatform::displays)
                .map(RegionPlatform::code)
                .filter(
                        code ->
                                connectors
                                        .of(region.value(), code)
                                        .filter(Connector::canBeCompared)
                                        .isPresent())
                .toList();
    }

    /**
     * @param by account that asks for it, or what begins it by itself
     * @throws RefusedException if the platform cannot be compared
     */
    @Transactional
    public Reconciliation begin(RegionCode region, String platform, String by) {
        if (!comparable(region).contains(platform)) {
            throw RefusedException.invalid("platform", "NOT_COMPARABLE", "该平台不能对账：" + platform);
        }
        return byId(store.begin(region, platform, by, clock.now()));
    }

    /**
     * @throws RefusedException if there is none of this number
     */
    public Reconciliation byId(long id) {
        return store.find(id).orElseThrow(() -> RefusedException.notFound("id", "无此对账：" + id));
    }

    /** The reconciliations of a region, the latest first. */
    public List<Reconciliation> of(RegionCode region) {
        return store.of(region);
    }

    /** The differences of a region, those that last first. */
    public List<DisplayDifference> differences(RegionCode region) {
        return differences.differences(region);
    }

    /** The unknown records that a reconciliation was the first to see, 200 at most. */
    public List<String> newlyUnknown(long id) {
        return differences.newlyUnknown(id);
    }

    /**
     * Reads what the platform displays, page by page, anew. Never called inside a transaction.
     *
     * @param keeping called between pages, so that a long reading keeps its claim
     */
    public void read(long id, Runnable keeping) throws DeliveryFailedException {
        Reconciliation reconciliation = byId(id);
        Connector connector =
                connectors
                        .of(reconciliation.region().value(), reconciliation.platform())
                        .orElseThrow();
        store.clear(id);
        String cursor = "";
        while (cursor != null) {
            DisplayPage page = connector.displayed(reconciliation.region().value(), cursor);
            store.addPage(id, page.recordNos());
            cursor = page.next();
            keeping.run();
        }
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
        Reconciliation run = byId(id);
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
        RuleTables.Row rule = judgement.of(run, kind, recordNo, last);
        Handling handling = Handling.of(rule.text("handling"));
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
                        rule.text("cause"),
                        null),
                run.id());
        if (handling == Handling.PERSON && kind != Kind.UNKNOWN_HERE && !referred) {
            refer(run, kind, recordNo, rule.text("cause"));
        }
        if (handling == Handling.PUSH) {
            DishonestyRecord record = register.find(run.region(), recordNo).orElseThrow();
            share.tellAgain(
                    sharingNo(run.id()), event(record, last.isEmpty()), run.platform(), record);
        }
        return handling == Handling.PUSH;
    }

    /** Groups what a reconciliation has a platform told again. */
    public static String sharingNo(long id) {
        return SHARING + id;
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
        return switch (record.state()) {
            case DISPLAYED -> first ? PlatformEvent.LISTED : PlatformEvent.RESTORED;
            case REPAIRED -> PlatformEvent.endOf(record.category());
            case SHIELDED -> PlatformEvent.SHIELDED;
            case TRANSFERRED -> PlatformEvent.TRANSFERRED;
            case EXPIRED, NOT_DISPLAYED -> PlatformEvent.EXPIRED;
        };
    }

    /**
     * Keeps what a person found about a doubtful comparison.
     *
     * @throws IllegalStateException if the region has no comparison of this number that waits
     */
    @Transactional
    public void remark(long id, String region, @Nullable String remark, String account) {
        if (!store.remark(id, region, remark, account)) {
            throw new IllegalStateException("无待核对的对账：" + region + " " + id);
        }
    }
}
