package org.creditrepair.registry.recognition;

import org.jspecify.annotations.Nullable;

/**
 * A result that was decided elsewhere as it is delivered, before any check; every field may be
 * missing or wrong. Dates are {@code YYYY-MM-DD}.
 *
 * @param platform code of the platform that already shows it
 * @param event REPAIRED, LISTED, REMOVED or ANNULLED
 * @param reason why the decision was revoked or is void, which is published; of an annulment alone
 */
public record ExternalResultForm(
        String recordNo,
        String platform,
        String event,
        @Nullable String decidedOn,
        @Nullable String documentNo,
        @Nullable String reason) {}
