package org.creditrepair.catalog.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.creditrepair.catalog.ItemRules;
import org.creditrepair.catalog.Material;
import org.creditrepair.catalog.RepairItem;

/**
 * What national rules (全国性规定) add to the regions' own documents: they fill what a document leaves
 * open, and replace what it says from the day they are in force.
 */
final class NationalRules {

    /**
     * One rule for some paths; null and empty say nothing.
     *
     * @param from first day in force; null for rules that hold on every day
     * @param fill whether it only fills what is open
     * @param replaces legal bases that it takes the place of
     */
    record Rule(
            LocalDate from,
            Boolean fill,
            List<String> paths,
            Integer acceptWorkingDays,
            Integer decideWorkingDays,
            Integer publishWorkingDays,
            Integer earliestMonths,
            Integer fullTermMonths,
            List<String> conditions,
            List<Material> materials,
            List<String> replaces,
            List<String> basis) {

        Rule {
            fill = Boolean.TRUE.equals(fill);
            conditions = conditions == null ? List.of() : conditions;
            materials = materials == null ? List.of() : materials;
            replaces = replaces == null ? List.of() : replaces;
        }

        private ItemRules over(LocalDate from, ItemRules rules) {
            return new ItemRules(
                    from,
                    choose(rules.acceptWorkingDays(), acceptWorkingDays),
                    choose(rules.decideWorkingDays(), decideWorkingDays),
                    choose(rules.publishWorkingDays(), publishWorkingDays),
                    choose(rules.earliestMonths(), earliestMonths),
                    choose(rules.fullTermMonths(), fullTermMonths),
                    choose(rules.conditions(), conditions),
                    choose(rules.materials(), materials),
                    Stream.concat(
                                    rules.basis().stream().filter(one -> !replaces.contains(one)),
                                    basis.stream())
                            .distinct()
                            .toList());
        }

        private Integer choose(Integer documents, Integer nations) {
            return documents == null || !fill && nations != null ? nations : documents;
        }

        private <T> List<T> choose(List<T> documents, List<T> nations) {
            return documents.isEmpty() || !fill && !nations.isEmpty() ? nations : documents;
        }
    }

    private final List<Rule> rules;

    NationalRules(List<Rule> rules) {
        this.rules =
                rules.stream()
                        .sorted(
                                Comparator.comparing(
                                        Rule::from,
                                        Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList();
    }

    /** The item with what the nation's rules add to those of its region. */
    RepairItem complete(RepairItem item) {
        List<Rule> ofPath = rules.stream().filter(r -> r.paths().contains(item.path())).toList();
        List<LocalDate> days =
                Stream.concat(
                                item.rules().stream().map(ItemRules::from),
                                ofPath.stream().map(Rule::from))
                        .distinct()
                        .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
                        .toList();
        List<ItemRules> complete = new ArrayList<>();
        for (LocalDate day : days) {
            ItemRules inForce = day == null ? item.rules().get(0) : item.on(day);
            for (Rule rule : ofPath) {
                if (rule.from() == null || day != null && !rule.from().isAfter(day)) {
                    inForce = rule.over(day, inForce);
                }
            }
            complete.add(inForce);
        }
        return item.with(complete);
    }
}
