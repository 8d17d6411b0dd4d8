package org.creditrepair.application.opinion;

import java.time.OffsetDateTime;
import org.creditrepair.vocabulary.RegionCode;

/**
 * Another unit's opinion that a reviewer asks for without handing the task over (会办).
 *
 * @param reference business key of the case or matter it is about
 * @param unit code of the unit that is asked
 */
public record Consultation(
        long id, RegionCode region, String reference, String unit, Asked asked, Given given) {

    /**
     * The question.
     *
     * @param askingGroup engine group of the unit that asks
     * @param workingDays how long it has
     */
    public record Asked(
            String askingGroup,
            String question,
            int workingDays,
            String askedBy,
            OffsetDateTime askedAt) {}

    /**
     * The opinion; empty until it is given.
     *
     * @param opinion null until it is given
     */
    public record Given(String opinion, String answeredBy, OffsetDateTime answeredAt) {}
}
