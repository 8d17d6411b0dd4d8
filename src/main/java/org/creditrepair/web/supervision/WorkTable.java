package org.creditrepair.web.supervision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.creditrepair.supervision.statistics.WorkLine;
import org.creditrepair.task.RefusalReason;
import org.creditrepair.web.shared.Table;
import org.jspecify.annotations.Nullable;

/** Reports on closed cases as tables. */
final class WorkTable {

    private static final List<String> HEADINGS =
            List.of(
                    "名称", "收件", "办结", "准予修复", "不予修复", "不予受理", "撤回", "逾期未补正", "不予修复率", "不予受理率",
                    "补正率", "按时率", "平均工作日", "中位数", "九成件");

    private WorkTable() {}

    static Table of(List<WorkLine> lines) {
        return new Table(
                "办理统计",
                Stream.concat(
                                HEADINGS.stream(),
                                Stream.of(RefusalReason.values())
                                        .map(reason -> "未准予：" + reason.text()))
                        .toList(),
                lines.stream().map(WorkTable::cells).toList());
    }

    private static @Nullable Double share(long part, long all) {
        return all == 0 ? null : (double) part / all;
    }

    private static List<Object> cells(WorkLine line) {
        List<Object> cells =
                new ArrayList<>(
                        Arrays.asList(
                                line.name(),
                                line.received(),
                                line.closed(),
                                line.repaired(),
                                line.refused(),
                                line.rejected(),
                                line.withdrawn(),
                                line.lapsed(),
                                share(line.refused(), line.closed()),
                                share(line.rejected(), line.closed()),
                                line.correctedShare(),
                                line.lateShare() == null ? null : 1 - line.lateShare(),
                                line.meanDays(),
                                line.medianDays(),
                                line.ninetyPercentDays()));
        cells.addAll(line.refusals().values());
        return cells;
    }
}
