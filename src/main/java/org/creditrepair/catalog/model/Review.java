package org.creditrepair.catalog.model;

import org.jspecify.annotations.Nullable;

/**
 * Who reviews applications for an item.
 *
 * @param by the unit that decided, or the operator of the platform
 * @param preliminaryUnit code of the unit whose lower office, in the division where the record was
 *     decided, reviews first (市级初审); null where one review is enough
 * @param preliminaryWorkingDays limit of the first review, inside that of the acceptance; null
 *     where there is none
 */
public record Review(
        Reviewer by, @Nullable String preliminaryUnit, @Nullable Integer preliminaryWorkingDays) {

    /** 谁认定、谁修复, at once. */
    public static final Review BY_DECIDING_UNIT = new Review(Reviewer.DECIDING_UNIT, null, null);

    /** Which of the units reviews. */
    public enum Reviewer {
        /** The one of the item's units, or of their lower offices, that decided (认定单位). */
        DECIDING_UNIT,
        /** The item's first unit, which runs the credit platform, whoever decided (归集机构). */
        OPERATOR
    }
}
