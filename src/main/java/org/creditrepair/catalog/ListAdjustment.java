package org.creditrepair.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A change of a region's lists (名单动态调整), filed by a unit and confirmed by the credit office
 * (江西方案二（六）).
 *
 * @param item the item as it is to be; of an abolished one only the code counts
 * @param effectiveOn first day on which the change holds
 * @param filedBy account of the unit
 * @param remark what the credit office said; null until it did
 */
public record ListAdjustment(
        long id,
        RegionCode region,
        Kind kind,
        RepairItem item,
        LocalDate effectiveOn,
        String reason,
        String filedBy,
        Status status,
        @Nullable String remark) {

    /** Kinds of adjustments. */
    public enum Kind {
        /** 新设名单. */
        ESTABLISH,
        /** 调整名单. */
        CHANGE,
        /** 取消名单. */
        ABOLISH
    }

    /** How far a change has come. */
    public enum Status {
        /** 已报备，待确认. */
        FILED,
        /** 已确认，待生效. */
        CONFIRMED,
        /** 已退回. */
        RETURNED,
        /** 已生效. */
        IN_FORCE
    }

    /**
     * The item once the change is in force.
     *
     * @param known the item as it was; null where there was none
     */
    RepairItem appliedTo(@Nullable RepairItem known) {
        if (kind == Kind.ESTABLISH || known == null) {
            return item.valid(effectiveOn, null);
        }
        if (kind == Kind.ABOLISH) {
            return known.valid(known.validFrom(), effectiveOn);
        }
        List<ItemRules> rules = new ArrayList<>(known.rules());
        rules.add(item.rules().get(0).from(effectiveOn));
        return known.with(rules).opened();
    }
}
