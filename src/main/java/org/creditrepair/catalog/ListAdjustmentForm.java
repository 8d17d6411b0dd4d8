package org.creditrepair.catalog;

import java.util.List;
import org.creditrepair.catalog.model.ItemRules;

/**
 * A change of a list as a unit files it (名单调整报备), before any check; every field may be missing or
 * wrong. Dates are {@code YYYY-MM-DD}.
 *
 * @param kind ESTABLISH, CHANGE or ABOLISH
 * @param item code of the repair item
 * @param name of a list to be established
 * @param path key of the process that is to handle it; {@code serious-general} if missing
 * @param units codes of the responsible units of a list to be established
 * @param rules of a list to be established or changed
 */
public record ListAdjustmentForm(
        String kind,
        String item,
        String name,
        String path,
        List<String> units,
        List<String> channels,
        String phone,
        String effectiveOn,
        String reason,
        ItemRules rules) {}
