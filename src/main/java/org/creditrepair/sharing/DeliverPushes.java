package org.creditrepair.sharing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.creditrepair.sharing.DeliveryFailedException.Kind;
import org.creditrepair.sharing.Push.Status;
import org.springframework.stereotype.Service;

/** Delivers what a platform has yet to be told in a sharing. Never called inside a transaction. */
@Service
public class DeliverPushes {

    private final PushLedger ledger;
    private final ObjectMapper json;

    public DeliverPushes(PushLedger ledger, ObjectMapper json) {
        this.ledger = ledger;
        this.json = json;
    }

    /**
     * Sends the pending pushes in order, asks for receipts that are missing, and keeps each answer
     * as soon as it is there.
     *
     * @param correction fields that a person has corrected, as a JSON object, which replace those
     *     of the payloads; null for none
     * @param beforeEach called before each push but the first, so that a long delivery keeps its
     *     claim
     * @throws DeliveryFailedException on the first that is not taken; it and those behind stay
     *     pending
     */
    public void deliver(
            Connector connector, String sharingNo, String correction, Runnable beforeEach)
            throws DeliveryFailedException {
        boolean first = true;
        for (Push push : ledger.outstanding(sharingNo, connector.platform())) {
            if (!first) {
                beforeEach.run();
            }
            first = false;
            deliver(connector, correction == null ? push : corrected(push, correction));
        }
    }

    private void deliver(Connector connector, Push push) throws DeliveryFailedException {
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
    }

    private Push corrected(Push push, String correction) throws DeliveryFailedException {
        try {
            JsonNode fields = json.readTree(correction);
            if (!fields.isObject()) {
                throw DeliveryFailedException.refused("更正内容须为 JSON 对象");
            }
            ObjectNode payload = (ObjectNode) json.readTree(push.payload());
            payload.setAll((ObjectNode) fields);
            String text = payload.toString();
            if (text.equals(push.payload())) {
                return push;
            }
            ledger.correct(push, text);
            return new Push(
                    push.id(),
                    push.idempotencyKey(),
                    push.sharingNo(),
                    push.platform(),
                    push.region(),
                    push.event(),
                    push.recordNo(),
                    text,
                    push.status(),
                    push.attempts(),
                    push.lastError(),
                    push.receipt(),
                    push.createdAt(),
                    push.deliveredAt());
        } catch (JsonProcessingException e) {
            throw DeliveryFailedException.refused("更正内容须为 JSON 对象：" + e.getOriginalMessage());
        }
    }
}
