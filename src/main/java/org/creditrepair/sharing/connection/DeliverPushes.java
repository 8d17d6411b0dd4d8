package org.creditrepair.sharing.connection;

import java.util.List;
import org.creditrepair.sharing.connection.DeliveryFailedException.Kind;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.sharing.ledger.Push.Status;
import org.creditrepair.sharing.ledger.PushLedger;
import org.springframework.stereotype.Service;

/** Delivers pushes to a platform. Never called inside a transaction. */
@Service
public class DeliverPushes {

    private final PushLedger ledger;

    public DeliverPushes(PushLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Sends the pending pushes in order, asks for receipts that are missing, and keeps each answer
     * as soon as it is there.
     *
     * @param pushes outstanding ones of the connector's platform
     * @param beforeEach called before each push but the first, so that a long delivery keeps its
     *     claim
     * @return whether everything is settled; else receipts are still to come
     * @throws DeliveryFailedException on the first that is not taken; it and those behind stay
     *     pending
     */
    public boolean deliver(Connector connector, List<Push> pushes, Runnable beforeEach)
            throws DeliveryFailedException {
        boolean first = true;
        boolean settled = true;
        for (Push push : pushes) {
            if (!first) {
                beforeEach.run();
            }
            first = false;
            settled &= deliver(connector, push);
        }
        return settled;
    }

    private boolean deliver(Connector connector, Push push) throws DeliveryFailedException {
        if (push.status() == Status.REFUSED) {
            ledger.failed(push, push.lastError());
            throw DeliveryFailedException.refused("平台回执拒绝：" + push.lastError());
        }
        PlatformAnswer answer;
        try {
            answer =
                    push.status() == Status.SENT
                            ? connector.askReceipt(push)
                            : connector.send(push);
        } catch (DeliveryFailedException e) {
            if (e.kind() != Kind.POSTPONED && push.status() != Status.SENT) {
                ledger.failed(push, e.getMessage());
            }
            throw e;
        }
        if (answer.settled()) {
            ledger.delivered(push, answer.text());
        } else {
            ledger.sent(push, answer.text());
        }
        return answer.settled();
    }
}
