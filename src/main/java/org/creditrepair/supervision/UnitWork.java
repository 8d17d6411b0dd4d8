package org.creditrepair.supervision;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.creditrepair.application.ItemResult;
import org.creditrepair.catalog.Unit;

/** What a unit has done with the cases that were closed in a time (办理情况). */
public final class UnitWork {

    private final Unit unit;
    private final Map<ItemResult, Long> results = new EnumMap<>(ItemResult.class);
    private final TreeMap<Integer, Long> byDays = new TreeMap<>();
    private long closed;
    private long corrected;
    private long late;
    private long days;

    UnitWork(Unit unit) {
        this.unit = unit;
    }

    void add(ItemResult result, boolean wasCorrected, boolean wasLate, int workingDays) {
        closed++;
        results.merge(result, 1L, Long::sum);
        corrected += wasCorrected ? 1 : 0;
        late += wasLate ? 1 : 0;
        days += workingDays;
        byDays.merge(workingDays, 1L, Long::sum);
    }

    public Unit unit() {
        return unit;
    }

    /** Cases closed. */
    public long closed() {
        return closed;
    }

    /** Cases that ended in some way. */
    public long of(ItemResult result) {
        return results.getOrDefault(result, 0L);
    }

    /** 超期率: share of cases that missed a limit, 0 to 1. */
    public double lateShare() {
        return (double) late / closed;
    }

    /** 补正率: share of cases in which a correction was asked for, 0 to 1. */
    public double correctedShare() {
        return (double) corrected / closed;
    }

    /** Mean time from application to end, in working days. */
    public double meanDays() {
        return (double) days / closed;
    }

    /**
     * The time from application to end that a share of the cases did not exceed, in working days.
     *
     * @param share above 0, at most 1
     */
    public int daysOf(double share) {
        long wanted = (long) Math.ceil(share * closed);
        long seen = 0;
        for (Map.Entry<Integer, Long> day : byDays.entrySet()) {
            seen += day.getValue();
            if (seen >= wanted) {
                return day.getKey();
            }
        }
        throw new IllegalArgumentException("占比须大于 0 且不超过 1：" + share);
    }
}
