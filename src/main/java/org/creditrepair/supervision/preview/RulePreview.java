package org.creditrepair.supervision.preview;

import java.time.LocalDate;
import java.util.List;

/**
 * What a changed file would do.
 *
 * @param file name of the file
 * @param on day on which both are asked
 * @param guide entries of the guide that come out otherwise
 */
public record RulePreview(
        String file, LocalDate on, List<Difference> guide, Part records, Part cases) {

    /**
     * Records or cases.
     *
     * @param looked how many were looked at
     * @param complete whether these were all
     * @param changed how many of them come out otherwise
     * @param differences of the first of those
     */
    public record Part(long looked, boolean complete, long changed, List<Difference> differences) {

        public Part {
            differences = List.copyOf(differences);
        }
    }

    /**
     * One thing that comes out otherwise.
     *
     * @param reference code of the item, number of the record, or key of the case
     * @param item name of the item
     * @param part what of it, in Chinese, e.g. 审核决定时限
     */
    public record Difference(
            String reference, String item, String part, String before, String after) {}

    public RulePreview {
        guide = List.copyOf(guide);
    }
}
