package org.creditrepair.calendar;

/**
 * A number of working days (工作日), 0 to 366.
 *
 * @param count how many
 */
public record WorkingDays(int count) {

    public static final int MAX = 366;

    /**
     * @throws IllegalArgumentException if the count is below 0 or above {@value #MAX}
     */
    public WorkingDays {
        if (count < 0 || count > MAX) {
            throw new IllegalArgumentException("工作日数须在 0 至 " + MAX + " 之间：" + count);
        }
    }

    public static WorkingDays of(int count) {
        return new WorkingDays(count);
    }
}
