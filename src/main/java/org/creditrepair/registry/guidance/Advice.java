package org.creditrepair.registry.guidance;

import java.util.List;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.registry.display.Eligibility;
import org.creditrepair.registry.record.DishonestyRecord;

/**
 * Advice on one record (导办意见).
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
