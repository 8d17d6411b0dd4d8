package org.creditrepair.catalog;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A repair item (修复事项) of a region.
 *
 * @param code unique in the region
 * @param name as the region's document writes it
 * @param path key of the process that handles it
 * @param units codes of the responsible units; the one that decided reviews, else the first
 * @param channels where an applicant may apply
 * @param phone for questions; null where the document gives none
 * @param rules in the order in which they came into force
 */
public record RepairItem(
        String code,
        String name,
        String path,
        RecordCategory category,
        List<String> units,
        List<String> channels,
        String phone,
        List<ItemRules> rules) {

    /** 其他补充材料: taken for every item, for what no list foresees. */
    public static final Material SUPPLEMENT = new Material("supplement", "其他补充材料", false, false);

    public RepairItem {
        units = List.copyOf(units);
        channels = channels == null ? List.of() : List.copyOf(channels);
        rules =
                rules.stream()
                        .sorted(
                                Comparator.comparing(
                                        ItemRules::from,
                                        Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList();
    }

    /** Every document that may be handed in, by its code, whichever rules list it. */
    public Map<String, Material> knownMaterials() {
        Map<String, Material> known = new LinkedHashMap<>();
        rules.forEach(
                one -> one.materials().forEach(material -> known.put(material.code(), material)));
        known.put(SUPPLEMENT.code(), SUPPLEMENT);
        return known;
    }

    /** The same item with other rules. */
    public RepairItem with(List<ItemRules> otherRules) {
        return new RepairItem(code, name, path, category, units, channels, phone, otherRules);
    }

    /** The rules in force on a day. */
    public ItemRules on(LocalDate day) {
        ItemRules inForce = rules.get(0);
        for (ItemRules next : rules.subList(1, rules.size())) {
            if (!next.from().isAfter(day)) {
                inForce = next;
            }
        }
        return inForce;
    }
}
