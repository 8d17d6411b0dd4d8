package org.creditrepair.task;

import java.time.OffsetDateTime;
import org.creditrepair.vocabulary.RegionCode;

/**
 * The subject of a human task, read from its process and never from a variable.
 *
 * @param reference business key of the process, e.g. {@code {applicationNo}-{itemNo}} or {@code
 *     review-7}
 * @param region code of the region, the tenant of the process
 * @param warnAt when one working day is left; null without limit
 * @param dueAt last moment of the limit; null without limit
 */
public record TaskSubject(
        String reference, RegionCode region, OffsetDateTime warnAt, OffsetDateTime dueAt) {

    /**
     * The number behind a prefix in the reference, e.g. 7 in {@code review-7}.
     *
     * @throws IllegalStateException if the reference is of another kind
     */
    public long number(String prefix) {
        return Reference.number(prefix, reference);
    }
}
