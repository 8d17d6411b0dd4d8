package org.creditrepair.catalog.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A repair item (修复事项) of a region.
 *
 * @param code unique in the region
 * @param name as the region's document writes it
 * @param path key of the process that handles it
 * @param units codes of the responsible units
 * @param review who of them reviews
 * @param nationalSite what is done about the national site; null where nothing is needed
 * @param channels where an applicant may apply
 * @param phone for questions; null where the document gives none
 * @param validFrom first day on which the item exists; null if it always did
 * @param validUntil first day on which it exists no more; null while there is no end
 * @param awaits what it waits for before it opens (尚未开放); null where it is open
 * @param subjects codes of the kinds of subjects that may apply for it; empty for those of the
 *     region
 * @param rules in the order in which they came into force
 */
@RecordBuilder
public record RepairItem(
        String code,
        String name,
        String path,
        RecordCategory category,
        List<String> units,
        Review review,
        @Nullable NationalSite nationalSite,
        List<String> channels,
        String phone,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable String awaits,
        List<String> subjects,
        List<ItemRules> rules) {

    public RepairItem {
        units = List.copyOf(units);
        review = review == null ? Review.BY_DECIDING_UNIT : review;
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
        channels = channels == null ? List.of() : List.copyOf(channels);
        rules =
                rules.stream()
                        .sorted(
                                Comparator.comparing(
                                        ItemRules::from,
                                        Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList();
    }

    /** The same item with other rules. */
    public RepairItem with(List<ItemRules> otherRules) {
        return RepairItemBuilder.builder(this).rules(otherRules).build();
    }

    /** The same item, open because its unit has laid down its rules. */
    public RepairItem opened() {
        return RepairItemBuilder.builder(this).awaits(null).build();
    }

    /** The same item, existing between two days. */
    public RepairItem valid(@Nullable LocalDate from, @Nullable LocalDate until) {
        return RepairItemBuilder.builder(this).validFrom(from).validUntil(until).build();
    }

    /** Whether the item exists on a day. */
    public boolean isValidOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom))
                && (validUntil == null || day.isBefore(validUntil));
    }

    /** The rules in force on a day. */
    public ItemRules on(LocalDate day) {
        ItemRules inForce = rules.get(0);
        for (ItemRules next : rules.subList(1, rules.size())) {
            if (next.from() == null || !next.from().isAfter(day)) {
                inForce = next;
            }
        }
        return inForce;
    }
}
