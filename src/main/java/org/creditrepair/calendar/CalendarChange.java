package org.creditrepair.calendar;

import java.time.OffsetDateTime;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * An arrangement of a year that was imported, or the import of one that was revoked.
 *
 * @param region region whose own holidays it is about; null for the nation
 * @param source the notice that the arrangement was published by, or why it was revoked
 * @param before the arrangement until then, as text; null for what came with the server
 * @param after the arrangement from then on, as text; null for what came with the server
 * @param revokes number of the change that this one undoes; null for none
 * @param finishedAt when all due dates had been moved; null while that goes on
 */
public record CalendarChange(
        long id,
        int year,
        @Nullable RegionCode region,
        String source,
        @Nullable String before,
        @Nullable String after,
        @Nullable Long revokes,
        Made made,
        OffsetDateTime finishedAt) {

    /** Who made a change, and when. */
    public record Made(String changedBy, OffsetDateTime changedAt) {}
}
