package org.creditrepair.problem;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;

/**
 * Days as requests and files write them: {@code YYYY-MM-DD}, from {@link #FIRST} to {@link #LAST}.
 * ISO 8601 allows longer years with a sign, with which no term can be computed.
 */
public final class Day {

    /** No office that decides today decided before it. */
    public static final LocalDate FIRST = LocalDate.of(1949, 10, 1);

    /** Files write 2099 for what has no end; terms are counted from it. */
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private static final int DIGITS_OF_YEAR = 4;
    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder()
                    .appendValue(YEAR, DIGITS_OF_YEAR)
                    .appendLiteral('-')
                    .appendValue(MONTH_OF_YEAR, 2)
                    .appendLiteral('-')
                    .appendValue(DAY_OF_MONTH, 2)
                    .toFormatter()
                    .withResolverStyle(ResolverStyle.STRICT)
                    .withChronology(IsoChronology.INSTANCE);

    private Day() {}

    /**
     * Reads a day.
     *
     * @throws DateTimeException if it is written otherwise, there is no such day, or it is out of
     *     bounds
     */
    public static LocalDate parse(String text) {
        LocalDate day = LocalDate.parse(text, FORMAT);
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new DateTimeException("out of bounds: " + day);
        }
        return day;
    }
}
