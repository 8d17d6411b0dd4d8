package org.creditrepair.catalog.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.model.RulePart;
import org.creditrepair.catalog.rules.RuleTables.Row;
import org.jspecify.annotations.Nullable;

/**
 * What national rules (全国性规定) add to the regions' own documents: they fill what a document leaves
 * open, and replace what it says from the day they are in force.
 */
public class NationalRules {

    private static final String LIMITS = "limits";
    private static final String PERIODS = "listing-display-period";
    private static final String CONDITIONS = "conditions";
    private static final String MATERIALS = "materials";
    private static final String BASIS = "legal-basis";
    private static final String REPLACES = "取代";
    private static final String ADDS = "增加";
    private static final String BY_FIELD = "按情形";
    private static final String SUPERSEDED = "（已由后续规定取代，新规条款待核）";

    /** Before the first day named in any table. */
    private static final LocalDate BEGINNING = LocalDate.of(1949, 10, 1);

    private final RuleTables tables;

    public NationalRules(RuleTables tables) {
        this.tables = tables;
    }

    /** The region's items with what the nation's rules add to their own. */
    public Region complete(Region region) {
        return region.with(
                region.items().stream().map(item -> complete(item, region.source())).toList());
    }

    /**
     * @param document name of the document that the item's own rules come from
     */
    public RepairItem complete(RepairItem item, String document) {
        TreeSet<LocalDate> days = new TreeSet<>();
        Stream.of(LIMITS, PERIODS, CONDITIONS, MATERIALS, BASIS)
                .forEach(table -> days.addAll(tables.daysIn(table)));
        item.rules().stream().map(ItemRules::from).filter(Objects::nonNull).forEach(days::add);
        List<ItemRules> complete = new ArrayList<>();
        complete.add(new Overlay(item, document, null).rules());
        days.forEach(day -> complete.add(new Overlay(item, document, day).rules()));
        return item.with(complete);
    }

    /**
     * Documents that the occasion of an application calls for besides those of the item's rules.
     *
     * @param byAgent whether somebody acts for the subject
     * @param ground why a repair is applied for, as the table names it
     */
    public List<Material> occasional(
            RepairPath path, LocalDate day, boolean byAgent, String ground) {
        return tables
                .rows(
                        MATERIALS,
                        Map.of("path", path.text(), "day", day, "agent", byAgent, "ground", ground))
                .stream()
                .filter(row -> ADDS.equals(row.text("effect")))
                .map(NationalRules::material)
                .toList();
    }

    /** Every document that is called for on any path, day or occasion. */
    public List<Material> everyMaterial() {
        return tables.allRows(MATERIALS).stream().map(NationalRules::material).toList();
    }

    private static Material material(Row row) {
        return new Material(
                row.words("code"), row.words("name"), row.flag("required"), row.flag("shared"));
    }

    /** An item's rules of one day, being laid over each other. */
    private final class Overlay {

        private final ItemRules own;
        private final RepairPath path;
        private final @Nullable LocalDate from;
        private final Map<String, Object> facts;
        private final Map<RulePart, List<String>> sources = new EnumMap<>(RulePart.class);
        private final Set<String> replaced = new HashSet<>();
        private final String document;

        Overlay(RepairItem item, String document, @Nullable LocalDate from) {
            this.own = from == null ? item.rules().get(0) : item.on(from);
            this.path = RepairPath.of(item.path());
            this.document = document;
            this.from = from;
            this.facts = Map.of("path", path.text(), "day", from == null ? BEGINNING : from);
        }

        ItemRules rules() {
            List<Row> limits = tables.rows(LIMITS, facts);
            List<Row> periods =
                    tables.rows(PERIODS, facts).stream()
                            .filter(row -> !BY_FIELD.equals(row.text("effect")))
                            .toList();
            return new ItemRules(
                    from,
                    number(RulePart.LIMITS, own.acceptWorkingDays(), limits, "acceptWorkingDays"),
                    number(RulePart.LIMITS, own.decideWorkingDays(), limits, "decideWorkingDays"),
                    number(RulePart.LIMITS, own.publishWorkingDays(), limits, "publishWorkingDays"),
                    number(RulePart.DISPLAY, own.earliestMonths(), periods, "earliestMonths"),
                    number(RulePart.DISPLAY, own.fullTermMonths(), periods, "fullTermMonths"),
                    list(RulePart.CONDITIONS, own.conditions(), CONDITIONS).stream()
                            .map(
                                    one ->
                                            one instanceof Row row
                                                    ? row.text("condition")
                                                    : (String) one)
                            .toList(),
                    list(RulePart.MATERIALS, own.materials(), MATERIALS).stream()
                            .map(one -> one instanceof Row row ? material(row) : (Material) one)
                            .collect(
                                    Collectors.toMap(
                                            Material::code,
                                            material -> material,
                                            (first, again) -> first,
                                            LinkedHashMap::new))
                            .values()
                            .stream()
                            .toList(),
                    basis(),
                    marked(sources));
        }

        private Integer number(RulePart part, Integer owned, List<Row> rows, String output) {
            Integer value = owned;
            String source = document;
            for (Row row : rows) {
                Integer offered = row.number(output);
                if (offered != null && (value == null || replaces(row))) {
                    value = offered;
                    source = row.text("source");
                }
            }
            if (value != null) {
                add(part, source);
            }
            return value;
        }

        private List<?> list(RulePart part, List<?> owned, String table) {
            List<Row> rows =
                    tables.rows(table, facts).stream()
                            .filter(row -> !ADDS.equals(row.text("effect")))
                            .toList();
            List<Row> replacing = rows.stream().filter(NationalRules::replaces).toList();
            List<Row> chosen = replacing.isEmpty() ? rows : replacing;
            if (chosen.isEmpty() || !owned.isEmpty() && replacing.isEmpty()) {
                if (!owned.isEmpty()) {
                    add(part, document);
                }
                return owned;
            }
            chosen.forEach(row -> add(part, row.text("source")));
            return chosen;
        }

        private List<String> basis() {
            List<Row> rows = tables.rows(BASIS, facts);
            rows.stream().map(row -> row.text("replaces")).forEach(replaced::add);
            List<String> applied = sources.values().stream().flatMap(List::stream).toList();
            return Stream.of(
                            own.basis().stream(),
                            applied.stream().filter(one -> !one.equals(document)),
                            rows.stream().map(row -> row.text("basis")))
                    .flatMap(stream -> stream)
                    .filter(one -> !replaced.contains(one))
                    .distinct()
                    .toList();
        }

        /** What was replaced and has no newer word on the part is still applied, and marked so. */
        private Map<RulePart, List<String>> marked(Map<RulePart, List<String>> sources) {
            sources.replaceAll(
                    (part, known) ->
                            known.stream()
                                    .map(one -> replaced.contains(one) ? one + SUPERSEDED : one)
                                    .toList());
            return sources;
        }

        private void add(RulePart part, @Nullable String source) {
            List<String> known = sources.computeIfAbsent(part, key -> new ArrayList<>());
            if (!known.contains(source)) {
                known.add(source);
            }
        }
    }

    private static boolean replaces(Row row) {
        return REPLACES.equals(row.text("effect"));
    }
}
