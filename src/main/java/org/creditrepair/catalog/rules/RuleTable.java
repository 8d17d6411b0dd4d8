package org.creditrepair.catalog.rules;

/**
 * A table of rules ({@code processes/rules/{id}.dmn}, 规则表).
 *
 * @param id of the table, which is the name of its file
 * @param facts record with a component for each input, named like it; null for what is not known
 * @param row record with a component for each output, named like it
 */
public record RuleTable<F extends Record, R extends Record>(
        String id, Class<F> facts, Class<R> row) {}
