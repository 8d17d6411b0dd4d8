package org.creditrepair.sharing.connection;

import org.creditrepair.vocabulary.RegionCode;

/** Speaks with one platform. */
public interface PlatformClient {

    /** Whether the platform offers its displayed records for comparison. */
    boolean canBeCompared();

    /**
     * @param payload our own, before it is mapped to the platform's
     */
    PlatformAnswer send(String idempotencyKey, String payload) throws DeliveryFailedException;

    /** Queries the receipt of a push; where the platform has no query, the push is sent again. */
    PlatformAnswer askReceipt(String idempotencyKey, String payload) throws DeliveryFailedException;

    /**
     * @param cursor empty for the first page
     */
    DisplayPage displayed(RegionCode region, String cursor) throws DeliveryFailedException;
}
