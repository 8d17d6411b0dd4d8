package org.creditrepair.registry;

import java.util.List;
import org.creditrepair.catalog.ItemRules;
import org.creditrepair.catalog.Material;
import org.creditrepair.catalog.RepairItem;
import org.creditrepair.catalog.Unit;

/**
 * What can be done about one record (导办意见).
 *
 * @param rules those in force today
 * @param materials the documents needed today
 * @param unit that reviews
 */
public record Advice(
        DishonestyRecord record,
        RepairItem item,
        ItemRules rules,
        List<Material> materials,
        Unit unit,
        Eligibility eligibility) {}
