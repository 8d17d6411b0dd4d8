package org.creditrepair.supervision.status;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.vocabulary.RegionCode;

/** An aggregate of closed cases, by dimension, member, measure and bucket. */
public final class CaseCountCells {

    private final Map<Cell, Long> cells =
            new TreeMap<>(
                    Comparator.comparing(Cell::region)
                            .thenComparing(Cell::dimension)
                            .thenComparing(Cell::day)
                            .thenComparing(Cell::member)
                            .thenComparing(Cell::measure)
                            .thenComparing(Cell::bucket));

    /** Dimensions of the statistics. */
    public enum Dimension {
        REGION,
        UNIT,
        ITEM,
        CHANNEL,
        /** Path; only how long its stages took. */
        PATH,
        /** Path and unit, joined by a slash; only whether a limit was missed. */
        BOTH
    }

    /** Measures of the statistics, with their buckets in brackets. */
    public enum Measure {
        /** How they ended (the result). */
        RESULT,
        /** Whether a limit was missed (true, false). */
        LATE,
        /** Whether a correction was asked for (true, false). */
        CORRECTED,
        /** Kind of reason of refusals (the kind). */
        REFUSAL,
        /** Working days from application to end (their number). */
        DAYS
    }

    /** The key of an aggregate. */
    public record Cell(
            RegionCode region,
            String dimension,
            LocalDate day,
            String member,
            String measure,
            String bucket) {}

    /** A case that was closed. */
    public record Closed(
            String applicationNo,
            int itemNo,
            RegionCode region,
            String item,
            String path,
            String unit,
            String channel,
            String result,
            String refusal,
            boolean corrected,
            boolean late,
            LocalDate submittedOn,
            LocalDate closedOn) {}

    /** Adds a case. */
    public void add(Closed closed, WorkingCalendar calendar) {
        Map<Measure, String> buckets = new EnumMap<>(Measure.class);
        buckets.put(Measure.RESULT, closed.result());
        buckets.put(Measure.LATE, String.valueOf(closed.late()));
        buckets.put(Measure.CORRECTED, String.valueOf(closed.corrected()));
        buckets.put(
                Measure.DAYS,
                String.valueOf(calendar.remaining(closed.submittedOn(), closed.closedOn())));
        if (closed.refusal() != null) {
            buckets.put(Measure.REFUSAL, closed.refusal());
        }
        buckets.forEach(
                (measure, bucket) -> {
                    add(closed, Dimension.REGION, closed.region().value(), measure.name(), bucket);
                    add(closed, Dimension.UNIT, closed.unit(), measure.name(), bucket);
                    add(closed, Dimension.ITEM, closed.item(), measure.name(), bucket);
                    add(closed, Dimension.CHANNEL, closed.channel(), measure.name(), bucket);
                });
        add(
                closed,
                Dimension.BOTH,
                closed.path() + "/" + closed.unit(),
                Measure.LATE.name(),
                buckets.get(Measure.LATE));
    }

    /**
     * Adds a stage of a case; the measure is the stage's name.
     *
     * @param workingDays how long it took
     */
    public void add(Closed closed, String stage, int workingDays) {
        add(closed, Dimension.PATH, closed.path(), stage, String.valueOf(workingDays));
    }

    private void add(
            Closed closed, Dimension dimension, String member, String measure, String bucket) {
        Cell cell =
                new Cell(
                        closed.region(),
                        dimension.name(),
                        closed.closedOn(),
                        member,
                        measure,
                        bucket);
        cells.merge(cell, 1L, Long::sum);
    }

    /** How many cases are in each, always in the same order. */
    public Map<Cell, Long> counts() {
        return cells;
    }
}
