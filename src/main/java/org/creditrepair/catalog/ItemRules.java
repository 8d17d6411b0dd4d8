package org.creditrepair.catalog;

import java.time.LocalDate;
import java.util.List;

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
 */
public record ItemRules(
        LocalDate from,
        Integer acceptWorkingDays,
        Integer decideWorkingDays,
        Integer publishWorkingDays,
        Integer earliestMonths,
        Integer fullTermMonths,
        List<String> conditions,
        List<Material> materials,
        List<String> basis) {

    public ItemRules {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        materials = materials == null ? List.of() : List.copyOf(materials);
        basis = basis == null ? List.of() : List.copyOf(basis);
    }
}
