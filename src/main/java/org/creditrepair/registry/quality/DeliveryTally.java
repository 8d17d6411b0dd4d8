package org.creditrepair.registry.quality;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.delivery.CollectedRecord;
import org.creditrepair.registry.delivery.RowResult;
import org.jspecify.annotations.Nullable;

/** Counts how good one batch is, unit by unit. */
public final class DeliveryTally {

    private final LocalDate day;
    private final boolean stock;
    private final int timelyDays;
    private final Map<String, DeliveryCounts> byUnit = new LinkedHashMap<>();

    /**
     * @param stock whether times from decision to delivery mean nothing, because the records are
     *     old
     * @param timelyDays longest such time that counts as timely
     */
    public DeliveryTally(LocalDate day, boolean stock, int timelyDays) {
        this.day = day;
        this.stock = stock;
        this.timelyDays = timelyDays;
    }

    /** Counts by unit code; the empty code stands for senders that are none of the units. */
    public Map<String, DeliveryCounts> byUnit() {
        return byUnit;
    }

    public void add(@Nullable String unit, @Nullable CollectedRecord row, RowResult result) {
        boolean accepted = result.status() == RowResult.Status.ACCEPTED;
        String decided = accepted && !stock && row != null ? row.decidedOn() : null;
        boolean timed = decided != null;
        long days = decided == null ? 0 : ChronoUnit.DAYS.between(LocalDate.parse(decided), day);
        byUnit.merge(
                unit == null ? "" : unit,
                new DeliveryCounts(
                        1,
                        one(isComplete(row, result)),
                        one(result.status() == RowResult.Status.REJECTED),
                        one(result.status() == RowResult.Status.CORRECTED),
                        one(result.status() == RowResult.Status.DUPLICATE),
                        one(accepted && isConfirmedOnly(row)),
                        one(timed),
                        days,
                        one(timed && days <= timelyDays)),
                DeliveryCounts::plus);
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }

    private static boolean isConfirmedOnly(@Nullable CollectedRecord row) {
        return row != null && Boolean.TRUE.equals(row.subject().usccConfirmed());
    }

    /** Nothing required is missing, and a penalty names its kinds and its content. */
    private static boolean isComplete(@Nullable CollectedRecord row, RowResult result) {
        if (row == null
                || result.errors().stream().anyMatch(error -> error.code().equals("REQUIRED"))) {
            return false;
        }
        return !"PENALTY".equals(row.category())
                || row.penaltyTypes() != null
                        && !row.penaltyTypes().isEmpty()
                        && !Violations.isBlank(row.obligations());
    }
}
