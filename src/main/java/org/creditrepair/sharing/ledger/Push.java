package org.creditrepair.sharing.ledger;

import java.time.OffsetDateTime;
import org.creditrepair.vocabulary.Labelled;

/**
 * One entry of the push ledger (推送台账).
 *
 * @param attempts how often it was sent
 * @param lastError what went wrong the last time, or null
 * @param receipt the platform's answer (回执), or null while there is none
 */
public record Push(
        long id,
        PushContent content,
        Status status,
        int attempts,
        String lastError,
        String receipt,
        OffsetDateTime createdAt,
        OffsetDateTime deliveredAt) {

    /** How far a push has come. */
    public enum Status implements Labelled {
        /** 待推送. */
        PENDING("待推送"),
        /** 待回执: the platform took it in and answers later. */
        SENT("待回执"),
        /** 平台拒绝: the receipt says no, and nobody has looked at it yet. */
        REFUSED("平台拒绝"),
        /** 已送达. */
        DELIVERED("已送达");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }
}
