package org.creditrepair.reconciliation;

import java.util.List;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.sharing.connection.Connector;
import org.creditrepair.sharing.connection.Connectors;
import org.creditrepair.sharing.connection.DeliveryFailedException;
import org.creditrepair.sharing.connection.DisplayPage;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Comparisons of what platforms display with the register (对账): of everything at night, of one
 * platform on demand.
 */
@Service
public class Reconciliations {

    private final Catalog catalog;
    private final Connectors connectors;
    private final ReconciliationStore store;
    private final DifferenceStore differences;
    private final ReconciliationProcess process;
    private final BusinessClock clock;

    public Reconciliations(
            Catalog catalog,
            Connectors connectors,
            ReconciliationStore store,
            DifferenceStore differences,
            ReconciliationProcess process,
            BusinessClock clock) {
        this.catalog = catalog;
        this.connectors = connectors;
        this.store = store;
        this.differences = differences;
        this.process = process;
        this.clock = clock;
    }

    /** Codes of the platforms of a region that can be compared. */
    public List<String> comparable(RegionCode region) {
        return catalog.region(region).platforms().stream()
                .filter(RegionPlatform::displays)
                .map(RegionPlatform::code)
                .filter(
                        code ->
                                connectors
                                        .find(region, code)
                                        .filter(Connector::canBeCompared)
                                        .isPresent())
                .toList();
    }

    /** Every platform of every region is compared. */
    @Transactional
    public void beginAll(String by) {
        for (Region region : catalog.regions()) {
            for (String platform : comparable(region.code())) {
                begin(region.code(), platform, by);
            }
        }
    }

    /**
     * One platform of a region is compared.
     *
     * @param by account that asks for it, or what begins it by itself
     * @throws RefusedException if the platform cannot be compared
     */
    @Transactional
    public Reconciliation begin(RegionCode region, String platform, String by) {
        if (!comparable(region).contains(platform)) {
            throw RefusedException.invalid("platform", "NOT_COMPARABLE", "该平台不能对账：" + platform);
        }
        Reconciliation begun = byId(store.begin(region, platform, by, clock.now()));
        process.begin(begun);
        return begun;
    }

    /**
     * @throws RefusedException if there is none of this number
     */
    public Reconciliation byId(long id) {
        return store.find(id).orElseThrow(() -> RefusedException.notFound("id", "无此对账：" + id));
    }

    /** The reconciliations of a region, the latest first. */
    public List<Reconciliation> findByRegion(RegionCode region) {
        return store.findByRegion(region);
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
                connectors.find(reconciliation.region(), reconciliation.platform()).orElseThrow();
        store.clear(id);
        String cursor = "";
        while (cursor != null) {
            DisplayPage page = connector.displayed(reconciliation.region(), cursor);
            store.addPage(id, page.recordNos());
            cursor = page.next();
            keeping.run();
        }
    }

    /**
     * Keeps what a person found about a doubtful comparison.
     *
     * @throws IllegalStateException if the region has no comparison of this number that waits
     */
    @Transactional
    public void remark(long id, RegionCode region, @Nullable String remark, String account) {
        if (!store.remark(id, region, remark, account)) {
            throw new IllegalStateException("无待核对的对账：" + region + " " + id);
        }
    }

    /** How many differences of a region stand (未消除的差异). */
    public long openDifferences(RegionCode region) {
        return differences.open(region);
    }
}
