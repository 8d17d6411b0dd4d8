package org.creditrepair.registry.display;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.catalog.rules.RuleTables.Row;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Revocation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When a repair may be applied for: gathers the facts of a record; which of them stand against an
 * application is in the tables {@code eligibility} and {@code early-end}.
 */
@Component
public class EligibilityPolicy {

    private static final String ELIGIBILITY = "eligibility";
    private static final String EARLY_END = "early-end";
    private static final String REVOCATION = "revocation";

    private final RuleTables tables;

    public EligibilityPolicy(RuleTables tables) {
        this.tables = tables;
    }

    /** Why kinds of penalty in the record may never be ended early; empty if they may. */
    public List<String> neverEndedEarly(DishonestyRecord record, RepairItem item) {
        List<String> kinds = forbidden(record, item);
        return kinds.isEmpty()
                ? List.of()
                : List.of(
                        "处罚种类“%s”依规不得提前停止公示（%s）"
                                .formatted(
                                        String.join("、", kinds),
                                        earlyEnd(item, kinds.get(0)).text("source")));
    }

    private List<String> forbidden(DishonestyRecord record, RepairItem item) {
        return record.decision().penaltyTypes().stream()
                .filter(kind -> !earlyEnd(item, kind).flag("allowed"))
                .toList();
    }

    private Row earlyEnd(RepairItem item, String kind) {
        return tables.rows(EARLY_END, Map.of("scope", Scope.of(item).text(), "penaltyType", kind))
                .get(0);
    }

    /** What follows when a repair of the item is revoked. */
    public Revocation revocation(RepairItem item) {
        Row row = tables.rows(REVOCATION, Map.of("path", RepairPath.of(item.path()).text())).get(0);
        return new Revocation(
                row.flag("restartsTerm"), row.number("blockedMonths"), row.text("source"));
    }

    /**
     * Judges the record alone; whether an application for it is open is the caller's to add.
     *
     * @param others the subject's other records on display
     */
    public Eligibility judge(
            DishonestyRecord record,
            RepairItem item,
            Occasion occasion,
            List<DishonestyRecord> others) {
        Optional<DishonestyRecord> newer = newerOf(record, others);
        Map<String, Object> facts = facts(record, item, occasion);
        facts.put("newGround", newer.isPresent());
        facts.put(
                "otherSerious",
                (int)
                        others.stream()
                                .filter(other -> other.category() == RecordCategory.SERIOUS)
                                .count());
        List<Row> against = tables.rows(ELIGIBILITY, facts);
        List<String> reasons = new ArrayList<>();
        List<LocalDate> firstDays = new ArrayList<>();
        firstDays.add(record.display().period().repairableFrom());
        for (Row row : against) {
            LocalDate day = firstDay(row.text("from"), record, item, occasion, newer);
            firstDays.add(day);
            reasons.add(worded(row, record, item, occasion, newer, day));
        }
        LocalDate from =
                firstDays.contains(null)
                        ? null
                        : firstDays.stream().max(Comparator.naturalOrder()).orElseThrow();
        return new Eligibility(reasons.isEmpty(), from, reasons);
    }

    /** The latest other record on the same list since a record. */
    private static Optional<DishonestyRecord> newerOf(
            DishonestyRecord record, List<DishonestyRecord> others) {
        return others.stream()
                .filter(other -> other.item().equals(record.item()))
                .filter(other -> other.beginsOn().isAfter(record.beginsOn()))
                .max(Comparator.comparing(DishonestyRecord::beginsOn));
    }

    private Map<String, Object> facts(DishonestyRecord record, RepairItem item, Occasion occasion) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("path", RepairPath.of(item.path()).text());
        facts.put("day", occasion.day());
        facts.put("ground", occasion.ground().text());
        facts.put("state", record.stateOn(occasion.day()).text());
        facts.put(
                "shortestReached",
                !occasion.day().isBefore(record.display().period().repairableFrom()));
        facts.put("endsItself", !record.display().period().isEverRepairable());
        facts.put("earlyEndAllowed", forbidden(record, item).isEmpty());
        facts.put(
                "monthsListed", (int) ChronoUnit.MONTHS.between(record.beginsOn(), occasion.day()));
        facts.put(
                "monthsCorrected",
                occasion.correctedOn() == null
                        ? null
                        : (int) ChronoUnit.MONTHS.between(occasion.correctedOn(), occasion.day()));
        facts.put("revoked", record.isBlockedOn(occasion.day()));
        return facts;
    }

    /** The first day on which the reason will be gone; null if it never will. */
    private static @Nullable LocalDate firstDay(
            @Nullable String kind,
            DishonestyRecord record,
            RepairItem item,
            Occasion occasion,
            Optional<DishonestyRecord> newer) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case "最短公示期届满之日" -> record.display().period().repairableFrom();
            case "限制届满之日" -> record.display().blockedUntil();
            case "改正满期之日" ->
                    Objects.requireNonNull(occasion.correctedOn())
                            .plusMonths(months(item, occasion));
            case "重新计算期满之日" -> newer.orElseThrow().beginsOn().plusMonths(months(item, occasion));
            default -> null;
        };
    }

    private static int months(RepairItem item, Occasion occasion) {
        return Objects.requireNonNullElse(item.on(occasion.day()).earliestMonths(), 0);
    }

    private String worded(
            Row row,
            DishonestyRecord record,
            RepairItem item,
            Occasion occasion,
            Optional<DishonestyRecord> newer,
            @Nullable LocalDate day) {
        return row.words("reason")
                .replace("{state}", record.stateOn(occasion.day()).text())
                .replace("{kinds}", String.join("、", forbidden(record, item)))
                .replace("{end}", String.valueOf(record.display().period().endsOn()))
                .replace("{newer}", newer.map(DishonestyRecord::recordNo).orElse(""))
                .replace("{from}", day == null ? "公示期届满前不再受理" : "自 " + day + " 起可以申请");
    }
}
