package org.creditrepair.registry;

import org.creditrepair.catalog.RepairItem;

/** Sectors that the national rules treat apart (领域范围). */
public enum Scope {
    /** 市场监管领域. */
    MARKET,
    /** 其他行业领域. */
    OTHER;

    private static final String MARKET_PENALTIES = "penalty-market";

    /** The sector an item falls under. */
    public static Scope of(RepairItem item) {
        return item.path().equals(MARKET_PENALTIES) ? MARKET : OTHER;
    }
}
