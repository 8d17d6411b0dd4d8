package org.creditrepair.catalog.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/** The rules as tables that a lawyer can read ({@code processes/rules/*.dmn}, 规则表). */
public interface RuleTables {

    /**
     * The rows of a table that hold for some facts, in the table's order.
     *
     * @throws IllegalArgumentException if there is no such table
     */
    <F extends Record, R extends Record> List<R> rows(RuleTable<F, R> table, F facts);

    /**
     * The row of a table that holds for some facts.
     *
     * @throws IllegalStateException if none holds
     */
    default <F extends Record, R extends Record> R row(RuleTable<F, R> table, F facts) {
        return rows(table, facts).stream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("规则表 " + table.id() + " 无适用的行：" + facts));
    }

    /**
     * The same tables with one of them replaced, to see what that would do.
     *
     * @param dmn the table as a DMN file
     * @throws org.creditrepair.problem.RefusedException if there is no such table, or the file is
     *     no table of the same columns whose cells are plain values and comparisons
     */
    RuleTables with(String table, String dmn);

    /** Every row of a table, whatever the facts. */
    <R extends Record> List<R> allRows(RuleTable<?, R> table);

    /** The days named in a table, on which its rules change. */
    SortedSet<LocalDate> daysIn(RuleTable<?, ?> table);
}
