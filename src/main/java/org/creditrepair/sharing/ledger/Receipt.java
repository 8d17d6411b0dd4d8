package org.creditrepair.sharing.ledger;

/**
 * A receipt that a platform, or a worker that serves it, hands in later (回执).
 *
 * @param platform code of the platform
 * @param idempotencyKey of the push it is about
 * @param receiptNo number of the receipt; may be missing
 * @param status {@code ACCEPTED} or {@code REFUSED}
 * @param message the platform's words; required with a refusal
 */
public record Receipt(
        String platform, String idempotencyKey, String receiptNo, String status, String message) {}
