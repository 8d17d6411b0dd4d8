package org.creditrepair.registry;

import java.time.OffsetDateTime;

/**
 * One event in the life of a record.
 *
 * @param event COLLECTED, CORRECTED, REPAIRED, EXPIRED or NOT_DISPLAYED
 * @param reference what it came from, e.g. an application's item or an account
 */
public record RecordHistoryEntry(String event, OffsetDateTime at, String reference) {}
