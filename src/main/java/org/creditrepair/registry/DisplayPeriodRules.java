package org.creditrepair.registry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The display periods of penalty records (行政处罚信息公示期限), as data: the first row that matches governs
 * one kind of penalty, and of several kinds in one decision the longest period governs (呼和浩特方案三;
 * 国家发展改革委令第58号、第36号; 市场监管总局令第107号).
 */
public final class DisplayPeriodRules {

    private static final String NO_TYPE = "";

    /** Sectors that the national rules treat apart. */
    public enum Scope {
        /** 市场监管领域. */
        MARKET,
        /** 其他行业领域. */
        OTHER
    }

    /**
     * A field (领域) with a longer shortest period.
     *
     * @param names how senders write it, besides the code
     */
    public record Field(String code, List<String> names) {}

    /** One row; null where the row holds for all. Months count from the day of the decision. */
    public record Row(
            Scope scope,
            LocalDate from,
            Severity severity,
            List<String> penaltyTypes,
            List<String> fields,
            boolean displayed,
            int shortestMonths,
            int longestMonths,
            String source) {}

    /** Kinds of penalties whose display is never ended early on application. */
    public record NeverEarly(Scope scope, String source, List<String> penaltyTypes) {}

    private final List<Field> fields;
    private final List<Row> periods;
    private final NeverEarly neverEarly;

    public DisplayPeriodRules(List<Field> fields, List<Row> periods, NeverEarly neverEarly) {
        this.fields = List.copyOf(fields);
        this.periods = List.copyOf(periods);
        this.neverEarly = neverEarly;
    }

    /**
     * The display period of a penalty.
     *
     * @param decidedOn day of the decision, with which every period begins
     * @param penaltyTypes kinds of penalties in the decision; may be empty
     * @param field sector of the facts as the sender wrote it, or null
     * @param severity null for records that carry none; they keep the periods of 2024
     */
    public DisplayPeriod periodOf(
            Scope scope,
            LocalDate decidedOn,
            List<String> penaltyTypes,
            String field,
            Severity severity) {
        List<String> kinds = penaltyTypes.isEmpty() ? List.of(NO_TYPE) : penaltyTypes;
        Row longest =
                kinds.stream()
                        .map(kind -> rowFor(scope, decidedOn, kind, fieldCode(field), severity))
                        .max(
                                Comparator.comparing(Row::displayed)
                                        .thenComparing(Row::longestMonths)
                                        .thenComparing(Row::shortestMonths))
                        .orElseThrow();
        return new DisplayPeriod(
                longest.displayed(),
                decidedOn.plusMonths(longest.shortestMonths()),
                decidedOn.plusMonths(longest.longestMonths()),
                longest.source());
    }

    /** Kinds among the given ones that may not be ended early, with the rule that says so. */
    public List<String> neverEndedEarly(Scope scope, List<String> penaltyTypes) {
        return scope == neverEarly.scope()
                ? penaltyTypes.stream().filter(neverEarly.penaltyTypes()::contains).toList()
                : List.of();
    }

    public String neverEarlySource() {
        return neverEarly.source();
    }

    private Row rowFor(
            Scope scope, LocalDate decidedOn, String kind, String field, Severity severity) {
        return periods.stream()
                .filter(row -> row.scope() == null || row.scope() == scope)
                .filter(row -> row.from() == null || !decidedOn.isBefore(row.from()))
                .filter(row -> row.severity() == null || row.severity() == severity)
                .filter(row -> row.penaltyTypes() == null || row.penaltyTypes().contains(kind))
                .filter(row -> row.fields() == null || row.fields().contains(field))
                .findFirst()
                .orElseThrow();
    }

    private String fieldCode(String written) {
        return fields.stream()
                .filter(field -> field.code().equals(written) || field.names().contains(written))
                .map(Field::code)
                .findFirst()
                .orElse(NO_TYPE);
    }
}
