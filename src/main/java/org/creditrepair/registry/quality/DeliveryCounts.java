package org.creditrepair.registry.quality;

import org.jspecify.annotations.Nullable;

/**
 * How good rows were that a unit delivered (归集质量), as counts.
 *
 * @param complete rows in which nothing is missing
 * @param rejected rows that were wrong
 * @param corrected rows that corrected an earlier one
 * @param duplicate rows that were delivered before
 * @param unconfirmed rows with a code that fails its check character
 * @param timed rows whose time from decision to delivery counts
 * @param days sum of those times, in days
 * @param timely rows of them that came in time
 */
public record DeliveryCounts(
        long rows,
        long complete,
        long rejected,
        long corrected,
        long duplicate,
        long unconfirmed,
        long timed,
        long days,
        long timely) {

    public static final DeliveryCounts NONE = new DeliveryCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public DeliveryCounts plus(DeliveryCounts other) {
        return new DeliveryCounts(
                rows + other.rows,
                complete + other.complete,
                rejected + other.rejected,
                corrected + other.corrected,
                duplicate + other.duplicate,
                unconfirmed + other.unconfirmed,
                timed + other.timed,
                days + other.days,
                timely + other.timely);
    }

    /** 完整率: share of rows in which nothing is missing, 0 to 1; null without rows. */
    public @Nullable Double completeness() {
        return share(complete, rows);
    }

    /** 准确率: share of rows that were right the first time, 0 to 1; null without rows. */
    public @Nullable Double accuracy() {
        return share(rows - rejected - corrected - unconfirmed, rows);
    }

    /** 及时率: share of timed rows that came in time, 0 to 1; null without any. */
    public @Nullable Double timeliness() {
        return share(timely, timed);
    }

    /** 平均报送天数: mean time from decision to delivery, in days; null without any. */
    public @Nullable Double meanDays() {
        return share(days, timed);
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
