package org.creditrepair.registry;

import java.util.List;
import org.creditrepair.problem.Violation;

/**
 * What became of one delivered row.
 *
 * @param recordNo as delivered, possibly null
 * @param errors empty unless rejected
 */
public record RowResult(String recordNo, Status status, List<Violation> errors) {

    /** Outcomes of a row. */
    public enum Status {
        /** New, stored. */
        ACCEPTED,
        /** Known with the same content; nothing changed. */
        DUPLICATE,
        /** Known with other content; the stored record was corrected. */
        CORRECTED,
        /** Wrong; nothing stored. */
        REJECTED
    }
}
