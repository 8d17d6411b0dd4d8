package org.creditrepair.registry.record;

import java.util.List;
import org.creditrepair.vocabulary.RegionCode;

/**
 * Records went on display, or what is displayed of them was corrected; published inside the
 * transaction that stored them.
 */
public record RecordsDisplayed(RegionCode region, List<DishonestyRecord> records) {}
