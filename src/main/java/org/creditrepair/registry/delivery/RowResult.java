package org.creditrepair.registry.delivery;

import java.util.List;
import org.creditrepair.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Result of one delivered row.
 *
 * @param recordNo as delivered, possibly null
 * @param errors why it was rejected, or that it was accepted but waits for a person; else empty
 */
public record RowResult(@Nullable String recordNo, Status status, List<Violation> errors) {

    public static RowResult rejected(@Nullable String recordNo, List<Violation> errors) {
        return new RowResult(recordNo, Status.REJECTED, errors);
    }

    /** Outcomes of a row. */
    public enum Status {
        /** New, stored; or a correction that waits for a person, named in the errors. */
        ACCEPTED,
        /** Known with the same content; nothing changed. */
        DUPLICATE,
        /** Known with other content; the stored record was corrected. */
        CORRECTED,
        /** Wrong; nothing stored. */
        REJECTED
    }
}
