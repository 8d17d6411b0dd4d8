package org.creditrepair.registry.display;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.model.RulePart;
import org.creditrepair.catalog.rules.Effect;
import org.creditrepair.catalog.rules.NationalTables;
import org.creditrepair.catalog.rules.NationalTables.ListingFacts;
import org.creditrepair.catalog.rules.NationalTables.Period;
import org.creditrepair.catalog.rules.RuleTable;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.registry.record.DisplayPeriod;
import org.creditrepair.registry.record.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How long records are displayed (公示期限): penalties by the table {@code penalty-display-period}, of
 * several kinds in one decision the longest period governs (呼和浩特方案三); listings by the rules of
 * their repair item.
 */
@Component
public class DisplayPeriodRules {

    static final RuleTable<Penalty, Term> PENALTIES =
            new RuleTable<>("penalty-display-period", Penalty.class, Term.class);

    static final RuleTable<PenaltyKind, Presumed> PRESUMED =
            new RuleTable<>("presumed-severity", PenaltyKind.class, Presumed.class);

    private static final String NO_KIND = "";
    private static final int MAX_SOURCE = 200;

    private final RuleTables tables;

    /**
     * A kind of penalty in a decision.
     *
     * @param documentDay day whose rules apply
     * @param penaltyType empty for a decision that names none
     */
    record Penalty(
            String scope,
            LocalDate documentDay,
            @Nullable String severity,
            String penaltyType,
            @Nullable String field) {}

    /** A kind of penalty whose decision does not say how grave the dishonesty is. */
    record PenaltyKind(String scope, LocalDate documentDay, String penaltyType) {}

    /** How grave it is presumed to be; null where nothing is presumed. */
    record Presumed(@Nullable Severity severity, @Nullable String source) {}

    /** Whether and for how many months a penalty is displayed. */
    record Term(boolean displayed, int shortestMonths, int longestMonths, @Nullable String source) {

        /** The same, said to rest on a presumption. */
        Term presumed() {
            return new Term(displayed, shortestMonths, longestMonths, source + "（失信程度为推定，待核）");
        }
    }

    /**
     * How long penalties of a class are displayed.
     *
     * @param name of the class: 轻微、一般、严重, or, of days before these were told apart, the fields
     * @param displayed whether they are displayed at all
     */
    public record PenaltyClass(
            String name,
            boolean displayed,
            int shortestMonths,
            int longestMonths,
            @Nullable String source) {}

    public DisplayPeriodRules(RuleTables tables) {
        this.tables = tables;
    }

    /**
     * The display period of a penalty.
     *
     * @param from day of the decision, with which every period begins
     * @param ruleDay day whose rules apply
     * @param penaltyTypes kinds of penalties in the decision; may be empty
     * @param field sector of the facts as the sender wrote it, or null
     * @param severity null for records that carry none: it is presumed from the kinds of penalty,
     *     or, of decisions before the new rules, the periods of their day are kept
     */
    public DisplayPeriod ofPenalty(
            Scope scope,
            LocalDate from,
            LocalDate ruleDay,
            List<String> penaltyTypes,
            @Nullable String field,
            @Nullable Severity severity) {
        List<String> kinds = penaltyTypes.isEmpty() ? List.of(NO_KIND) : penaltyTypes;
        Term longest =
                kinds.stream()
                        .map(kind -> row(scope, ruleDay, kind, field, severity))
                        .max(
                                Comparator.comparing(Term::displayed)
                                        .thenComparing(Term::longestMonths)
                                        .thenComparing(Term::shortestMonths))
                        .orElseThrow();
        return new DisplayPeriod(
                longest.displayed(),
                from.plusMonths(longest.shortestMonths()),
                from.plusMonths(longest.longestMonths()),
                longest.source());
    }

    /**
     * The display period of a record of an item.
     *
     * @param from day with which the period begins: of the decision, or of the listing
     * @param ruleDay day whose rules apply
     * @param penaltyTypes kinds of penalties; none for listings
     * @param field sector of the facts as the sender wrote it, or null
     * @param severity null for records that carry none
     */
    public DisplayPeriod of(
            RepairItem item,
            LocalDate from,
            LocalDate ruleDay,
            List<String> penaltyTypes,
            @Nullable String field,
            @Nullable Severity severity) {
        return item.category() == RecordCategory.PENALTY
                ? ofPenalty(Scope.of(item), from, ruleDay, penaltyTypes, field, severity)
                : ofListing(item, from, ruleDay, field);
    }

    private Term row(
            Scope scope,
            LocalDate day,
            String kind,
            @Nullable String field,
            @Nullable Severity severity) {
        Presumed presumed =
                severity == null
                        ? tables.row(PRESUMED, new PenaltyKind(scope.text(), day, kind))
                        : new Presumed(severity, null);
        Severity known = presumed.severity();
        Term term =
                tables.row(
                        PENALTIES,
                        new Penalty(
                                scope.text(),
                                day,
                                known == null ? null : known.text(),
                                kind,
                                ControlledField.of(field).map(ControlledField::text).orElse(null)));
        return known == null || known == severity ? term : term.presumed();
    }

    /** The classes of penalties that are told apart on a day, with their periods. */
    public List<PenaltyClass> classesOn(Scope scope, LocalDate day) {
        boolean bySeverity =
                tables.row(PRESUMED, new PenaltyKind(scope.text(), day, NO_KIND)).severity()
                        != null;
        if (bySeverity) {
            return Arrays.stream(Severity.values())
                    .map(one -> penaltyClass(one.text(), row(scope, day, NO_KIND, null, one)))
                    .toList();
        }
        String fields =
                Arrays.stream(ControlledField.values())
                        .map(ControlledField::text)
                        .collect(Collectors.joining("、", "", "领域"));
        return List.of(
                penaltyClass(fields, row(scope, day, NO_KIND, ControlledField.FOOD.text(), null)),
                penaltyClass("其他领域", row(scope, day, NO_KIND, null, null)));
    }

    private static PenaltyClass penaltyClass(String name, Term term) {
        return new PenaltyClass(
                name, term.displayed(), term.shortestMonths(), term.longestMonths(), term.source());
    }

    /**
     * The display period of a listing; what the rules leave open does not limit it.
     *
     * @param from day of listing, with which the period begins
     * @param ruleDay day whose rules apply
     * @param field sector of the facts as the sender wrote it, or null
     */
    public DisplayPeriod ofListing(
            RepairItem item, LocalDate from, LocalDate ruleDay, @Nullable String field) {
        ItemRules rules = item.on(ruleDay);
        Integer special = earliestByField(item, ruleDay, field);
        int earliest =
                special != null
                        ? special
                        : rules.earliestMonths() == null ? 0 : rules.earliestMonths();
        LocalDate end =
                rules.fullTermMonths() == null ? null : from.plusMonths(rules.fullTermMonths());
        return new DisplayPeriod(true, from.plusMonths(earliest), end, source(rules));
    }

    /** The shortest period of listings for facts of a field; null if none is set for it. */
    private @Nullable Integer earliestByField(
            RepairItem item, LocalDate day, @Nullable String field) {
        if (field == null) {
            return null;
        }
        return tables
                .rows(
                        NationalTables.PERIODS,
                        new ListingFacts(RepairPath.of(item.path()).text(), day, field))
                .stream()
                .filter(row -> row.effect() == Effect.BY_FIELD)
                .map(Period::earliestMonths)
                .findFirst()
                .orElse(null);
    }

    private static String source(ItemRules rules) {
        String source = rules.source(RulePart.DISPLAY);
        if (source.isEmpty()) {
            return "未见规定，待核";
        }
        return StringUtils.abbreviate(source, "…", MAX_SOURCE);
    }
}
