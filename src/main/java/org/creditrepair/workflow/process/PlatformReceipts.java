package org.creditrepair.workflow.process;

import org.camunda.bpm.engine.RuntimeService;
import org.creditrepair.access.account.AsServer;
import org.creditrepair.catalog.model.RegionCode;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.sharing.ledger.Receipt;
import org.creditrepair.sharing.ledger.Receipts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in receipts and wakes the sharing that waits for them. */
@Service
public class PlatformReceipts {

    private final Receipts receipts;
    private final PushLedger ledger;
    private final RuntimeService runtime;
    private final AsServer server;

    public PlatformReceipts(
            Receipts receipts, PushLedger ledger, RuntimeService runtime, AsServer server) {
        this.receipts = receipts;
        this.ledger = ledger;
        this.runtime = runtime;
        this.server = server;
    }

    /**
     * Takes in a receipt; the same one again, or one that contradicts an earlier one, changes
     * nothing. A refusal goes back to where the push is sent, and stands there before a person.
     */
    @Transactional
    public void arrived(RegionCode region, Receipt receipt) {
        receipts.arrived(region, receipt).ifPresent(this::wake);
    }

    private void wake(Push push) {
        boolean done =
                push.status() == Push.Status.REFUSED
                        || ledger.isSettled(push.sharingNo(), push.platform());
        if (!done) {
            return;
        }
        server.run(
                () -> {
                    runtime.createMessageCorrelation(Messages.RECEIPTS_ARRIVED + push.platform())
                            .processInstanceBusinessKey(push.sharingNo())
                            .correlateAllWithResult();
                });
    }
}
