package org.creditrepair.registry;

import java.util.List;

/**
 * A record as a unit delivers it (归集), before any check; every field may be missing or wrong. Dates
 * are {@code YYYY-MM-DD}, codes as in the public contract.
 */
public record CollectedRecord(
        String recordNo,
        String category,
        String item,
        Person subject,
        String documentNo,
        String authority,
        String decidedOn,
        List<String> penaltyTypes,
        String field,
        String severity,
        String obligations,
        String listedOn,
        String cause,
        String listedWith,
        Boolean outstanding) {

    /** The same with another number. */
    CollectedRecord numbered(String otherNo) {
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
            String type, String name, String uscc, Boolean usccConfirmed, String mobile) {}
}
