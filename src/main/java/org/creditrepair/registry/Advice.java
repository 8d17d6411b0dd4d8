package org.creditrepair.registry;

import org.creditrepair.catalog.ItemRules;
import org.creditrepair.catalog.RepairItem;
import org.creditrepair.catalog.Unit;

/**
 * What can be done about one record (导办意见).
 *
 * @param rules those in force today
 * @param unit that reviews
 */
public record Advice(
        DishonestyRecord record,
        RepairItem item,
        ItemRules rules,
        Unit unit,
        Eligibility eligibility) {}
