package org.creditrepair.catalog.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for an item from a day on, until the next rules of the same item.
 *
 * @param from first day in force; null for the rules the item began with
 * @param acceptWorkingDays limit of acceptance (受理), in working days; null where none is set
 * @param decideWorkingDays limit of the decision after acceptance (审核决定), in working days
 * @param publishWorkingDays limit for the platforms to follow, in working days; null where none
 * @param earliestMonths shortest display period (最短公示期) in months; null where open
 * @param fullTermMonths longest display period (最长公示期) in months; null where open
 * @param conditions what an applicant must meet
 * @param materials what is handed in
 * @param basis legal basis
 * @param sources where each part comes from; nothing for a part that is open
 */
public record ItemRules(
        @Nullable LocalDate from,
        @Nullable Integer acceptWorkingDays,
        @Nullable Integer decideWorkingDays,
        @Nullable Integer publishWorkingDays,
        @Nullable Integer earliestMonths,
        @Nullable Integer fullTermMonths,
        List<String> conditions,
        List<Material> materials,
        List<String> basis,
        Map<RulePart, List<String>> sources) {

    public ItemRules {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        materials = materials == null ? List.of() : List.copyOf(materials);
        basis = basis == null ? List.of() : List.copyOf(basis);
        sources = sources == null ? Map.of() : Map.copyOf(sources);
    }

    /** The same rules, in force from another day. */
    public ItemRules from(@Nullable LocalDate day) {
        return new ItemRules(
                day,
                acceptWorkingDays,
                decideWorkingDays,
                publishWorkingDays,
                earliestMonths,
                fullTermMonths,
                conditions,
                materials,
                basis,
                sources);
    }

    /** Where a part comes from, as one text; empty for a part that is open. */
    public String source(RulePart part) {
        return String.join("；", sources.getOrDefault(part, List.of()));
    }
}
