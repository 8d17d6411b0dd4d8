package org.creditrepair.sharing;

import java.time.OffsetDateTime;

/**
 * One entry of the push ledger (推送台账).
 *
 * @param attempts how often it was sent
 * @param lastError what went wrong the last time, or null
 * @param receipt the platform's answer (回执), or null while not delivered
 */
public record Push(
        long id,
        String idempotencyKey,
        String platform,
        PlatformEvent event,
        String recordNo,
        String payload,
        boolean delivered,
        int attempts,
        String lastError,
        String receipt,
        OffsetDateTime deliveredAt) {}
