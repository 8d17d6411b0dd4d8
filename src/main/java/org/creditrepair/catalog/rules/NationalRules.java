package org.creditrepair.catalog.rules;

import static org.creditrepair.catalog.rules.NationalTables.BASIS;
import static org.creditrepair.catalog.rules.NationalTables.CONDITIONS;
import static org.creditrepair.catalog.rules.NationalTables.LIMITS;
import static org.creditrepair.catalog.rules.NationalTables.MATERIALS;
import static org.creditrepair.catalog.rules.NationalTables.PERIODS;

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
import java.util.function.Function;
import java.util.stream.Stream;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.model.RulePart;
import org.creditrepair.catalog.rules.NationalTables.Basis;
import org.creditrepair.catalog.rules.NationalTables.Condition;
import org.creditrepair.catalog.rules.NationalTables.Limits;
import org.creditrepair.catalog.rules.NationalTables.ListingFacts;
import org.creditrepair.catalog.rules.NationalTables.MaterialFacts;
import org.creditrepair.catalog.rules.NationalTables.Paper;
import org.creditrepair.catalog.rules.NationalTables.PathOnDay;
import org.creditrepair.catalog.rules.NationalTables.Period;
import org.creditrepair.catalog.rules.NationalTables.Stated;
import org.jspecify.annotations.Nullable;

/**
 * What national rules (全国性规定) add to the regions' own documents: they fill what a document leaves
 * open, and replace what it says from the day they are in force.
 */
public class NationalRules {

    private static final String SUPERSEDED = "（已由后续规定取代，新规条款待核）";

    /** Before the first day named in any table. */
    private static final LocalDate BEGINNING = LocalDate.of(1949, 10, 1);

    private final RuleTables tables;

    public NationalRules(RuleTables tables) {
        this.tables = tables;
    }

    /** The region's items, completed by the national rules. */
    public Region complete(Region region) {
        return region.with(
                region.items().stream()
                        .map(item -> complete(item, region.source(), region.common().conditions()))
                        .toList());
    }

    /**
     * @param document name of the document that the item's own rules come from
     * @param common conditions that the document states for all items
     */
    public RepairItem complete(RepairItem item, String document, List<String> common) {
        TreeSet<LocalDate> days = new TreeSet<>();
        Stream.of(LIMITS, PERIODS, CONDITIONS, MATERIALS, BASIS)
                .forEach(table -> days.addAll(tables.daysIn(table)));
        item.rules().stream().map(ItemRules::from).filter(Objects::nonNull).forEach(days::add);
        List<ItemRules> complete = new ArrayList<>();
        complete.add(new Overlay(item, document, common, null).rules());
        days.forEach(day -> complete.add(new Overlay(item, document, common, day).rules()));
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
        return tables.rows(MATERIALS, new MaterialFacts(path.text(), day, byAgent, ground)).stream()
                .filter(row -> row.effect() == Effect.ADDS)
                .map(NationalRules::material)
                .toList();
    }

    /** Every document that is called for on any path, day or occasion. */
    public List<Material> everyMaterial() {
        return tables.allRows(MATERIALS).stream().map(NationalRules::material).toList();
    }

    private static Material material(Paper row) {
        return new Material(row.code(), row.name(), row.required(), row.shared());
    }

    /** An item's rules of one day, being laid over each other. */
    private final class Overlay {

        private final ItemRules own;
        private final RepairPath path;
        private final @Nullable LocalDate from;
        private final PathOnDay facts;
        private final Map<RulePart, List<String>> sources = new EnumMap<>(RulePart.class);
        private final Set<String> replaced = new HashSet<>();
        private final String document;
        private final List<String> common;

        Overlay(RepairItem item, String document, List<String> common, @Nullable LocalDate from) {
            this.common = common;
            this.own = from == null ? item.rules().get(0) : item.on(from);
            this.path = RepairPath.of(item.path());
            this.document = document;
            this.from = from;
            this.facts = new PathOnDay(path.text(), from == null ? BEGINNING : from);
        }

        ItemRules rules() {
            List<Limits> limits = tables.rows(LIMITS, facts);
            List<Period> periods =
                    tables.rows(PERIODS, new ListingFacts(facts.path(), facts.day(), null)).stream()
                            .filter(row -> row.effect() != Effect.BY_FIELD)
                            .toList();
            return new ItemRules(
                    from,
                    number(
                            RulePart.LIMITS,
                            own.acceptWorkingDays(),
                            limits,
                            Limits::acceptWorkingDays),
                    number(
                            RulePart.LIMITS,
                            own.decideWorkingDays(),
                            limits,
                            Limits::decideWorkingDays),
                    number(
                            RulePart.LIMITS,
                            own.publishWorkingDays(),
                            limits,
                            Limits::publishWorkingDays),
                    number(RulePart.DISPLAY, own.earliestMonths(), periods, Period::earliestMonths),
                    number(RulePart.DISPLAY, own.fullTermMonths(), periods, Period::fullTermMonths),
                    conditions(),
                    materials(),
                    basis(),
                    marked(sources));
        }

        private List<String> conditions() {
            List<Condition> rows = tables.rows(CONDITIONS, facts);
            List<String> conditions =
                    list(RulePart.CONDITIONS, own.conditions(), rows, Condition::condition);
            List<Condition> more =
                    rows.stream().filter(row -> row.effect() == Effect.ADDS).toList();
            boolean instead = rows.stream().anyMatch(row -> row.effect() == Effect.REPLACES);
            List<String> ofAll = instead || !more.isEmpty() ? List.of() : common;
            if (!ofAll.isEmpty()) {
                add(RulePart.CONDITIONS, document);
            }
            more.forEach(row -> add(RulePart.CONDITIONS, row.source()));
            return Stream.of(
                            conditions.stream(),
                            ofAll.stream(),
                            more.stream().map(Condition::condition))
                    .flatMap(stream -> stream)
                    .distinct()
                    .toList();
        }

        /** Each document once: the item's own as far as the rules neither replace nor drop them. */
        private List<Material> materials() {
            List<Paper> rows =
                    tables.rows(
                            MATERIALS, new MaterialFacts(facts.path(), facts.day(), null, null));
            Map<String, Material> asked = new LinkedHashMap<>();
            own.materials().forEach(material -> asked.put(material.code(), material));
            if (!asked.isEmpty()) {
                add(RulePart.MATERIALS, document);
            }
            boolean open = asked.isEmpty();
            for (Paper row : rows) {
                if (row.effect() == Effect.REPLACES) {
                    asked.put(row.code(), material(row));
                    add(RulePart.MATERIALS, row.source());
                } else if (row.effect() == Effect.ADDS
                        || row.effect() == Effect.COMPLETES && open) {
                    asked.putIfAbsent(row.code(), material(row));
                    add(RulePart.MATERIALS, row.source());
                }
            }
            rows.stream()
                    .filter(row -> row.effect() == Effect.DROPS)
                    .forEach(row -> asked.remove(row.code()));
            return List.copyOf(asked.values());
        }

        private <S extends Stated> @Nullable Integer number(
                RulePart part,
                @Nullable Integer owned,
                List<S> rows,
                Function<S, @Nullable Integer> output) {
            Integer value = owned;
            String source = document;
            for (S row : rows) {
                Integer offered = output.apply(row);
                if (offered == null) {
                    continue;
                }
                if (row.effect() == Effect.SHORTENS) {
                    if (value != null && offered < value) {
                        add(part, source);
                        value = offered;
                        source = row.source();
                    }
                } else if (value == null || row.effect() == Effect.REPLACES) {
                    value = offered;
                    source = row.source();
                }
            }
            if (value != null) {
                add(part, source);
            }
            return value;
        }

        private <T, S extends Stated> List<T> list(
                RulePart part, List<T> owned, List<S> stated, Function<S, T> read) {
            List<S> rows = stated.stream().filter(row -> row.effect() != Effect.ADDS).toList();
            List<S> replacing =
                    rows.stream().filter(row -> row.effect() == Effect.REPLACES).toList();
            List<S> chosen = replacing.isEmpty() ? rows : replacing;
            if (chosen.isEmpty() || !owned.isEmpty() && replacing.isEmpty()) {
                if (!owned.isEmpty()) {
                    add(part, document);
                }
                return owned;
            }
            chosen.forEach(row -> add(part, row.source()));
            return chosen.stream().map(read).toList();
        }

        private List<String> basis() {
            List<Basis> rows = tables.rows(BASIS, facts);
            rows.stream().map(Basis::replaces).forEach(replaced::add);
            List<String> applied = sources.values().stream().flatMap(List::stream).toList();
            return Stream.of(
                            own.basis().stream(),
                            applied.stream().filter(one -> !one.equals(document)),
                            rows.stream().map(Basis::basis))
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
}
