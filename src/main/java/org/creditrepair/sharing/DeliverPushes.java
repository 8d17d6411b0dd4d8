package org.creditrepair.sharing;

import org.creditrepair.sharing.delivery.PlatformClient;
import org.springframework.stereotype.Service;

/** Delivers what a platform has yet to be told in a sharing. Never called inside a transaction. */
@Service
public class DeliverPushes {

    private final PushLedger ledger;
    private final PlatformClient client;

    public DeliverPushes(PushLedger ledger, PlatformClient client) {
        this.ledger = ledger;
        this.client = client;
    }

    /**
     * Sends the pending pushes in order and keeps each receipt as soon as it is there.
     *
     * @param beforeEach called before each push but the first, so that a long delivery keeps its
     *     claim
     * @throws DeliveryFailedException on the first that is not taken; it and those behind stay
     *     pending
     */
    public void deliver(String sharingNo, String platform, Runnable beforeEach)
            throws DeliveryFailedException {
        boolean first = true;
        for (Push push : ledger.pending(sharingNo, platform)) {
            if (!first) {
                beforeEach.run();
            }
            first = false;
            deliver(push);
        }
    }

    private void deliver(Push push) throws DeliveryFailedException {
        String receipt;
        try {
            receipt = client.send(push.platform(), push.idempotencyKey(), push.payload());
        } catch (DeliveryFailedException e) {
            ledger.failed(push, e.getMessage());
            throw e;
        }
        ledger.delivered(push, receipt);
    }
}
