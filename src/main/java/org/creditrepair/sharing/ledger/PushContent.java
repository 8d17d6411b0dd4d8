package org.creditrepair.sharing.ledger;

import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Content of a push, as it is entered in the ledger.
 *
 * @param idempotencyKey the same for every attempt, so that the platform applies it once
 * @param sharingNo groups the pushes that one sharing process delivers
 * @param recordNo null where the push is about no record
 * @param payload JSON body
 * @param unattended whether no process sees to it (yet)
 */
public record PushContent(
        String idempotencyKey,
        String sharingNo,
        String platform,
        RegionCode region,
        PlatformEvent event,
        @Nullable String recordNo,
        String payload,
        boolean unattended) {}
