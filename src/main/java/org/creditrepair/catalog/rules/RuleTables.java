package org.creditrepair.catalog.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The rules as tables that a lawyer can read ({@code processes/rules/*.dmn}, 规则表). */
public interface RuleTables {

    /**
     * The rows of a table that hold for some facts, in the table's order.
     *
     * @param table its id, which is the name of its file
     * @param facts by the names of the table's inputs; text, numbers, truth values and {@link
     *     LocalDate}; what is not known is left out
     * @throws IllegalArgumentException if there is no such table
     */
    List<Row> rows(String table, Map<String, ?> facts);

    /** Every row of a table, whatever the facts. */
    List<Row> allRows(String table);

    /** The days named in a table, on which its rules change. */
    SortedSet<LocalDate> daysIn(String table);

    /**
     * One row that holds.
     *
     * @param values by the names of the table's outputs; null where the row leaves one open
     */
    record Row(Map<String, Object> values) {

        public @Nullable String text(String output) {
            return (String) values.get(output);
        }

        /** A text that the table always gives. */
        public String words(String output) {
            return Objects.requireNonNull(text(output), output);
        }

        /** A number that the table always gives. */
        public int count(String output) {
            return Objects.requireNonNull(number(output), output);
        }

        public @Nullable Integer number(String output) {
            Number number = (Number) values.get(output);
            return number == null ? null : number.intValue();
        }

        public boolean flag(String output) {
            return Boolean.TRUE.equals(values.get(output));
        }
    }
}
