package org.creditrepair.workflow;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.sharing.Push;
import org.creditrepair.sharing.PushLedger;
import org.creditrepair.sharing.Receipt;
import org.creditrepair.sharing.Receipts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in receipts and wakes the sharing that waits for them. */
@Service
public class PlatformReceipts {

    private final Receipts receipts;
    private final PushLedger ledger;
    private final RuntimeService runtime;
    private final IdentityService identity;

    public PlatformReceipts(
            Receipts receipts,
            PushLedger ledger,
            RuntimeService runtime,
            IdentityService identity) {
        this.receipts = receipts;
        this.ledger = ledger;
        this.runtime = runtime;
        this.identity = identity;
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
        Authentication caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            runtime.createMessageCorrelation(Messages.RECEIPTS_ARRIVED + push.platform())
                    .processInstanceBusinessKey(push.sharingNo())
                    .correlateAllWithResult();
        } finally {
            identity.setAuthentication(caller);
        }
    }
}
