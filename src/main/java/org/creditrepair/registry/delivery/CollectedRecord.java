package org.creditrepair.registry.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as a unit delivers it (归集), before any check; every field may be missing or wrong. Dates
 * are {@code YYYY-MM-DD}, codes as in the public contract.
 */
public record CollectedRecord(
        String recordNo,
        @Nullable String category,
        @Nullable String item,
        Person subject,
        @Nullable String documentNo,
        @Nullable String authority,
        @Nullable String decidedOn,
        List<String> penaltyTypes,
        @Nullable String field,
        @Nullable String severity,
        @Nullable String obligations,
        @Nullable String listedOn,
        @Nullable String cause,
        @Nullable String listedWith,
        @Nullable Boolean outstanding) {

    /** The same with another number. */
    public CollectedRecord numbered(String otherNo) {
        return new CollectedRecord(
                otherNo,
                category,
                item,
                subject,
                documentNo,
                authority,
                decidedOn,
                penaltyTypes,
                field,
                severity,
                obligations,
                listedOn,
                cause,
                listedWith,
                outstanding);
    }

    /** Whom the record is about, before any check. */
    public record Person(
            String type,
            @Nullable String name,
            @Nullable String uscc,
            @Nullable Boolean usccConfirmed,
            @Nullable String mobile) {}
}
