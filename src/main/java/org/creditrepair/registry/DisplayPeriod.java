package org.creditrepair.registry;

import java.time.LocalDate;

/**
 * How long a record is displayed (公示期), counted from the day of its document.
 *
 * @param displayed whether it is displayed at all
 * @param repairableFrom first day on which a repair may be applied for (最短公示期届满)
 * @param endsOn day on which display ends by itself (最长公示期届满); the day before is the last on
 *     display
 * @param source the rule that was applied
 */
public record DisplayPeriod(
        boolean displayed, LocalDate repairableFrom, LocalDate endsOn, String source) {

    public DisplayPeriod {
        if (endsOn.isBefore(repairableFrom)) {
            throw new IllegalArgumentException("最长公示期不能短于最短公示期：" + repairableFrom + " " + endsOn);
        }
    }

    public boolean isOver(LocalDate today) {
        return !today.isBefore(endsOn);
    }
}
