package org.creditrepair.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.creditrepair.application.ItemResult;
import org.creditrepair.application.RefusalReason;
import org.creditrepair.supervision.Work;

/** What was done with closed cases, as reports show it. */
record WorkView(
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

    private static final List<String> HEADINGS =
            List.of(
                    "代码", "名称", "办结", "准予修复", "不予修复", "不予受理", "撤回", "逾期未补正", "补正率", "超期率", "平均工作日",
                    "中位数", "九成件");

    private static final double MOST = 0.9;

    static WorkView of(String code, String name, Work work) {
        Map<RefusalReason, Long> refusals = new LinkedHashMap<>();
        for (RefusalReason reason : RefusalReason.values()) {
            refusals.put(reason, work.of(reason));
        }
        return new WorkView(
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

    static Table table(List<WorkView> rows) {
        return new Table(
                "办理统计",
                Stream.concat(
                                HEADINGS.stream(),
                                Stream.of(RefusalReason.values())
                                        .map(reason -> "未准予：" + reason.text()))
                        .toList(),
                rows.stream().map(WorkView::cells).toList());
    }

    private List<Object> cells() {
        List<Object> cells =
                new ArrayList<>(
                        List.of(
                                code,
                                name,
                                closed,
                                repaired,
                                refused,
                                rejected,
                                withdrawn,
                                lapsed,
                                correctedShare,
                                lateShare,
                                meanDays,
                                medianDays,
                                ninetyPercentDays));
        cells.addAll(refusals.values());
        return cells;
    }
}
