package org.creditrepair.supervision.statistics;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.supervision.status.CaseCountCells;
import org.creditrepair.task.RefusalReason;

/** Results and durations of the cases closed in a period (办理情况). */
public final class Work {

    private final Map<ItemResult, Long> results = new EnumMap<>(ItemResult.class);
    private final Map<RefusalReason, Long> refusals = new EnumMap<>(RefusalReason.class);
    private final Durations days = new Durations();
    private long corrected;
    private long late;

    void add(ClosedCaseCounts.Sum sum) {
        switch (CaseCountCells.Measure.valueOf(sum.measure())) {
            case RESULT -> results.merge(ItemResult.valueOf(sum.bucket()), sum.cases(), Long::sum);
            case REFUSAL ->
                    refusals.merge(RefusalReason.valueOf(sum.bucket()), sum.cases(), Long::sum);
            case DAYS -> days.add(Integer.parseInt(sum.bucket()), sum.cases());
            case CORRECTED -> corrected += sum.bucket().equals("true") ? sum.cases() : 0;
            case LATE -> late += sum.bucket().equals("true") ? sum.cases() : 0;
        }
    }

    /** Cases closed. */
    public long closed() {
        return days.count();
    }

    /** Cases that ended in some way. */
    public long of(ItemResult result) {
        return results.getOrDefault(result, 0L);
    }

    /** Cases that were refused or rejected for some kind of reason. */
    public long of(RefusalReason reason) {
        return refusals.getOrDefault(reason, 0L);
    }

    /** 超期率: share of cases that missed a limit, 0 to 1. */
    public double lateShare() {
        return (double) late / closed();
    }

    /** 补正率: share of cases in which a correction was asked for, 0 to 1. */
    public double correctedShare() {
        return (double) corrected / closed();
    }

    /** The time from application to end. */
    public Durations days() {
        return days;
    }

    /** How long something took, in working days (办理时长). */
    public static final class Durations {

        private final TreeMap<Integer, Long> byDays = new TreeMap<>();
        private long count;
        private long total;

        void add(int days, long cases) {
            byDays.merge(days, cases, Long::sum);
            count += cases;
            total += (long) days * cases;
        }

        public long count() {
            return count;
        }

        /** The mean; not a number if nothing was counted. */
        public double mean() {
            return (double) total / count;
        }

        /**
         * A percentile of the durations, in working days.
         *
         * @param share above 0, at most 1
         * @throws IllegalArgumentException if the share is neither, or nothing was counted
         */
        public int percentile(double share) {
            long wanted = (long) Math.ceil(share * count);
            long seen = 0;
            for (Map.Entry<Integer, Long> day : byDays.entrySet()) {
                seen += day.getValue();
                if (seen >= wanted && wanted > 0) {
                    return day.getKey();
                }
            }
            throw new IllegalArgumentException("占比须大于 0 且不超过 1：" + share);
        }
    }
}
