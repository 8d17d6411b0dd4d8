package org.creditrepair.registry.record;

import java.time.OffsetDateTime;

/**
 * One event in the life of a record.
 *
 * @param reference what it came from, e.g. an application's item or an account
 */
public record RecordHistoryEntry(RecordEvent event, OffsetDateTime at, String reference) {}
