package org.creditrepair.registry;

import java.time.LocalDate;
import org.creditrepair.catalog.ItemRules;
import org.creditrepair.catalog.RepairItem;

/**
 * The display periods of listings (名录、名单信息公示期限): counted from the day of listing, by the rules of
 * the repair item that were in force on it.
 */
final class ListingPeriods {

    private static final int MAX_SOURCE = 200;

    private ListingPeriods() {}

    /** The display period of a listing; what the rules leave open does not limit it. */
    static DisplayPeriod periodOf(RepairItem item, LocalDate listedOn) {
        ItemRules rules = item.on(listedOn);
        int earliest = rules.earliestMonths() == null ? 0 : rules.earliestMonths();
        LocalDate end =
                rules.fullTermMonths() == null ? null : listedOn.plusMonths(rules.fullTermMonths());
        return new DisplayPeriod(true, listedOn.plusMonths(earliest), end, source(item, rules));
    }

    private static String source(RepairItem item, ItemRules rules) {
        String source = rules.basis().isEmpty() ? item.name() : String.join("；", rules.basis());
        return source.length() <= MAX_SOURCE ? source : source.substring(0, MAX_SOURCE - 1) + "…";
    }
}
