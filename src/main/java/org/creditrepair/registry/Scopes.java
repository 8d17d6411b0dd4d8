package org.creditrepair.registry;

import org.creditrepair.catalog.RepairItem;
import org.creditrepair.registry.DisplayPeriodRules.Scope;

/** Which national rules an item falls under. */
final class Scopes {

    private static final String MARKET_PENALTIES = "penalty-market";

    private Scopes() {}

    static Scope of(RepairItem item) {
        return item.path().equals(MARKET_PENALTIES) ? Scope.MARKET : Scope.OTHER;
    }
}
