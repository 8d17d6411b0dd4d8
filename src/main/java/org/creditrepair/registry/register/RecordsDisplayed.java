package org.creditrepair.registry.register;

import java.util.List;
import org.creditrepair.catalog.model.RegionCode;
import org.creditrepair.registry.record.DishonestyRecord;

/**
 * Records went on display, or what is displayed of them was corrected; published inside the
 * transaction that stored them.
 */
public record RecordsDisplayed(RegionCode region, List<DishonestyRecord> records) {}
