package org.creditrepair.application.opinion;

import java.time.OffsetDateTime;
import org.creditrepair.catalog.model.RegionCode;

/**
 * Another unit's opinion that a reviewer asks for without handing the task over (会办).
 *
 * @param reference business key of the case or matter it is about
 * @param askingGroup engine group of the unit that asks
 * @param unit code of the unit that is asked
 * @param workingDays how long it has
 * @param opinion null until it is given
 */
public record Consultation(
        long id,
        RegionCode region,
        String reference,
        String askingGroup,
        String unit,
        String question,
        int workingDays,
        String askedBy,
        OffsetDateTime askedAt,
        String opinion,
        String answeredBy,
        OffsetDateTime answeredAt) {}
