package org.creditrepair.web.sheet;

import java.util.Map;
import java.util.function.LongFunction;
import org.creditrepair.vocabulary.RegionCode;

/**
 * How one kind of matter that is no case is shown.
 *
 * @param prefix what its references begin with
 * @param template that shows it
 * @param read reads what is shown of one by its number
 */
record MatterFacts(String prefix, String template, LongFunction<Facts> read) {

    /** What is shown, and the region that it belongs to. */
    record Facts(RegionCode region, Map<String, Object> model) {}
}
