package org.creditrepair.calendar;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as it is written in process models: {@code 3wd} is three working days, {@code 3wd-1wd}
 * the moment when one of the three is left (the deadline itself where the limit is shorter), {@code
 * 3wd@150100} three working days by the calendar of a region, {@code 3wd@150100/2026-03-02-1wd} all
 * of it, counted from a day.
 *
 * @param days length of the limit
 * @param left working days that are left at the moment meant; 0 is the deadline itself
 * @param region region whose own holidays count too, or null for the national calendar
 * @param from day of the event; null for the day on which the text is resolved
 */
public record DeadlineText(
        WorkingDays days, WorkingDays left, @Nullable RegionCode region, @Nullable LocalDate from) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d{1,3})wd(?:@([1-9]\\d{5}))?(?:/(\\d{4}-\\d{2}-\\d{2}))?(?:-(\\d{1,3})wd)?");

    public DeadlineText {
        if (left.count() > days.count()) {
            throw new IllegalArgumentException("预警提前的工作日数不能多于时限：" + days + " " + left);
        }
    }

    /**
     * @throws IllegalArgumentException if the text is not of the form above
     */
    public static DeadlineText parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("时限须写作 3wd、3wd-1wd 或 3wd@150100：" + text);
        }
        int days = Integer.parseInt(matcher.group(1));
        String left = matcher.group(4);
        return new DeadlineText(
                WorkingDays.of(days),
                WorkingDays.of(left == null ? 0 : Math.min(days, Integer.parseInt(left))),
                matcher.group(2) == null ? null : new RegionCode(matcher.group(2)),
                matcher.group(3) == null ? null : LocalDate.parse(matcher.group(3)));
    }

    /** The deadline of a limit by the calendar of a region. */
    public static DeadlineText deadline(int workingDays, RegionCode region) {
        return new DeadlineText(WorkingDays.of(workingDays), WorkingDays.of(0), region, null);
    }

    /** The same limit, counted from an event on a day. */
    public DeadlineText from(LocalDate day) {
        return new DeadlineText(days, left, region, day);
    }

    @Override
    public String toString() {
        return days.count()
                + "wd"
                + (region == null ? "" : "@" + region)
                + (from == null ? "" : "/" + from)
                + (left.count() == 0 ? "" : "-" + left.count() + "wd");
    }
}
