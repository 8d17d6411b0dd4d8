package org.creditrepair.registry.display;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.model.RulePart;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.catalog.rules.RuleTables.Row;
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

    private static final String TABLE = "penalty-display-period";
    private static final String LISTINGS = "listing-display-period";
    private static final String BY_FIELD = "按情形";
    private static final String NO_KIND = "";
    private static final int MAX_SOURCE = 200;

    private final RuleTables tables;

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
     * @param severity null for records that carry none; they keep the periods of 2024
     */
    public DisplayPeriod ofPenalty(
            Scope scope,
            LocalDate from,
            LocalDate ruleDay,
            List<String> penaltyTypes,
            @Nullable String field,
            @Nullable Severity severity) {
        List<String> kinds = penaltyTypes.isEmpty() ? List.of(NO_KIND) : penaltyTypes;
        Row longest =
                kinds.stream()
                        .map(kind -> row(scope, ruleDay, kind, field, severity))
                        .max(
                                Comparator.<Row, Boolean>comparing(row -> row.flag("displayed"))
                                        .thenComparing(row -> row.number("longestMonths"))
                                        .thenComparing(row -> row.number("shortestMonths")))
                        .orElseThrow();
        return new DisplayPeriod(
                longest.flag("displayed"),
                from.plusMonths(longest.count("shortestMonths")),
                from.plusMonths(longest.count("longestMonths")),
                longest.text("source"));
    }

    private Row row(
            Scope scope,
            LocalDate day,
            String kind,
            @Nullable String field,
            @Nullable Severity severity) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("scope", scope.text());
        facts.put("documentDay", day);
        facts.put("penaltyType", kind);
        facts.put("field", field);
        facts.put("severity", severity == null ? null : severity.text());
        return tables.rows(TABLE, facts).get(0);
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
                        LISTINGS,
                        Map.of(
                                "path",
                                RepairPath.of(item.path()).text(),
                                "day",
                                day,
                                "field",
                                field))
                .stream()
                .filter(row -> BY_FIELD.equals(row.text("effect")))
                .map(row -> row.number("earliestMonths"))
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
