package org.creditrepair.workflow.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.creditrepair.access.account.AsServer;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RegionCode;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.reconciliation.Reconciliation;
import org.creditrepair.reconciliation.Reconciliations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts reconciliations (平台对账): of everything at night, of one platform on demand. */
@Service
public class ReconciliationProcesses {

    private static final String PROCESS = "platform-reconciliation";

    private final RuntimeService runtime;
    private final AsServer server;
    private final Reconciliations reconciliations;
    private final Catalog catalog;

    public ReconciliationProcesses(
            RuntimeService runtime,
            AsServer server,
            Reconciliations reconciliations,
            Catalog catalog) {
        this.runtime = runtime;
        this.server = server;
        this.reconciliations = reconciliations;
        this.catalog = catalog;
    }

    /** Every platform of every region is compared. */
    @Transactional
    public void beginAll(String by) {
        for (Region region : catalog.regions()) {
            for (String platform : reconciliations.comparable(region.code())) {
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
        Reconciliation reconciliation = reconciliations.begin(region, platform, by);
        server.run(
                () -> {
                    runtime.createProcessInstanceByKey(PROCESS)
                            .businessKey(Reconciliations.sharingNo(reconciliation.id()))
                            .setVariables(
                                    Map.of(
                                            Variables.REGION,
                                            region.value(),
                                            Variables.PLATFORM,
                                            platform,
                                            Variables.SHARING_NO,
                                            Reconciliations.sharingNo(reconciliation.id())))
                            .execute();
                });
        return reconciliation;
    }
}
