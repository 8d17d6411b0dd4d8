package org.creditrepair.supervision.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.task.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report on the cases of a period (办理统计); shares and durations are null if none was
 * closed.
 *
 * @param code of the region, unit, item, channel or month (yyyy-MM) that the line is about
 * @param received 收件: cases handed in in the period, closed or not
 * @param closed 办结: cases closed in the period, as the counts after it
 * @param correctedShare 补正率, 0 to 1
 * @param lateShare 超期率, 0 to 1
 * @param meanDays from application to end, in working days, as the next two
 * @param ninetyPercentDays what nine of ten cases did not exceed
 * @param refusals 不予受理 and 不予修复 by kind of reason
 */
public record WorkLine(
        String code,
        String name,
        long received,
        long closed,
        long repaired,
        long refused,
        long rejected,
        long withdrawn,
        long lapsed,
        @Nullable Double correctedShare,
        @Nullable Double lateShare,
        @Nullable Double meanDays,
        @Nullable Integer medianDays,
        @Nullable Integer ninetyPercentDays,
        Map<RefusalReason, Long> refusals) {

    private static final double MOST = 0.9;

    static WorkLine of(String code, String name, long received, Work work) {
        boolean any = work.closed() > 0;
        Map<RefusalReason, Long> refusals = new LinkedHashMap<>();
        for (RefusalReason reason : RefusalReason.values()) {
            refusals.put(reason, work.of(reason));
        }
        return new WorkLine(
                code,
                name,
                received,
                work.closed(),
                work.of(ItemResult.REPAIRED),
                work.of(ItemResult.REFUSED),
                work.of(ItemResult.REJECTED),
                work.of(ItemResult.WITHDRAWN),
                work.of(ItemResult.LAPSED),
                any ? work.correctedShare() : null,
                any ? work.lateShare() : null,
                any ? work.days().mean() : null,
                any ? work.days().percentile(0.5) : null,
                any ? work.days().percentile(MOST) : null,
                refusals);
    }
}
