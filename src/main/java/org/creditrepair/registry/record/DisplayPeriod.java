package org.creditrepair.registry.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a record is displayed (公示期), counted from the day of its document or listing.
 *
 * @param displayed whether it is displayed at all
 * @param repairableFrom first day on which a repair may be applied for (最短公示期届满)
 * @param endsOn day on which display ends by itself (最长公示期届满), the day before being the last on
 *     display; null where it ends on application or by a unit's decision only
 * @param source the rule that was applied
 */
public record DisplayPeriod(
        boolean displayed,
        LocalDate repairableFrom,
        @Nullable LocalDate endsOn,
        @Nullable String source) {

    public DisplayPeriod {
        if (endsOn != null && endsOn.isBefore(repairableFrom)) {
            throw new IllegalArgumentException("最长公示期不能短于最短公示期：" + repairableFrom + " " + endsOn);
        }
    }

    public boolean isOver(LocalDate today) {
        return endsOn != null && !today.isBefore(endsOn);
    }

    /** Whether a repair may be applied for on any day before display ends by itself. */
    public boolean isEverRepairable() {
        return endsOn == null || repairableFrom.isBefore(endsOn);
    }
}
