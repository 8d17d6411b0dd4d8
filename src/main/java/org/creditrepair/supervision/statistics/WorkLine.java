package org.creditrepair.supervision.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.task.RefusalReason;

/**
 * One line of a report on closed cases (办理统计).
 *
 * @param code of the region, unit, item or channel that the line is about
 * @param correctedShare 补正率, 0 to 1
 * @param lateShare 超期率, 0 to 1
 * @param meanDays from application to end, in working days, as the next two
 * @param ninetyPercentDays what nine of ten cases did not exceed
 * @param refusals 不予受理 and 不予修复 by kind of reason
 */
public record WorkLine(
        String code,
        String name,
        long closed,
        long repaired,
        long refused,
        long rejected,
        long withdrawn,
        long lapsed,
        double correctedShare,
        double lateShare,
        double meanDays,
        int medianDays,
        int ninetyPercentDays,
        Map<RefusalReason, Long> refusals) {

    private static final double MOST = 0.9;

    static WorkLine of(String code, String name, Work work) {
        Map<RefusalReason, Long> refusals = new LinkedHashMap<>();
        for (RefusalReason reason : RefusalReason.values()) {
            refusals.put(reason, work.of(reason));
        }
        return new WorkLine(
                code,
                name,
                work.closed(),
                work.of(ItemResult.REPAIRED),
                work.of(ItemResult.REFUSED),
                work.of(ItemResult.REJECTED),
                work.of(ItemResult.WITHDRAWN),
                work.of(ItemResult.LAPSED),
                work.correctedShare(),
                work.lateShare(),
                work.days().mean(),
                work.days().percentile(0.5),
                work.days().percentile(MOST),
                refusals);
    }
}
