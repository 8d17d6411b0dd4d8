package org.creditrepair.registry.guidance;

import java.time.LocalDate;
import java.util.List;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.record.Severity;

/**
 * Answers to the questions of the guidance (导办问答); only the item is required.
 *
 * @param item code of the repair item
 * @param decidedOn day of the decision or listing; today if not known
 * @param field sector of the facts, or null
 * @param byAgent whether somebody will act for the subject (委托办理)
 * @param ground why a repair is to be applied for
 */
public record Answers(
        String item,
        LocalDate decidedOn,
        List<String> penaltyTypes,
        String field,
        Severity severity,
        boolean byAgent,
        Ground ground) {}
