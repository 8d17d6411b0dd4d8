package org.creditrepair.supervision.assessment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.supervision.statistics.WorkLine;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a month, as it was counted when the month was over (月报); later changes do not
 * alter it.
 *
 * @param month its first day
 * @param all one line for the region; none if nothing was received or closed
 * @param months the six months up to this one; null in reports of earlier versions
 * @param missed limits that were missed
 * @param backlog what each unit had open at the end of the month, the most overdue first; null in
 *     reports of earlier versions
 * @param untouched units that had tasks waiting on days on which they did not look, by name
 */
public record MonthlyReport(
        RegionCode region,
        String name,
        LocalDate month,
        List<WorkLine> all,
        @Nullable List<WorkLine> months,
        List<WorkLine> units,
        List<WorkLine> items,
        List<WorkLine> channels,
        List<Assessment.Score> scores,
        long missed,
        @Nullable List<Backlog> backlog,
        List<String> untouched,
        OffsetDateTime madeAt) {

    /**
     * What a unit has open.
     *
     * @param unit its name
     * @param waiting its open cases
     * @param overdue those of them with a missed limit
     */
    public record Backlog(String unit, long waiting, long overdue) {}
}
