package org.creditrepair.registry.display;

import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.vocabulary.Labelled;

/** Sectors that the national rules treat apart (领域范围). */
public enum Scope implements Labelled {
    /** 市场监管领域. */
    MARKET("市场监管领域"),
    /** 其他行业领域. */
    OTHER("其他行业领域");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /** The sector an item falls under. */
    public static Scope of(RepairItem item) {
        return RepairPath.of(item.path()) == RepairPath.PENALTY_MARKET ? MARKET : OTHER;
    }
}
