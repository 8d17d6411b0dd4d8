package org.creditrepair.registry.display;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.rules.RuleTable;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.catalog.rules.RuleWord;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.DisplayPeriod;
import org.creditrepair.registry.record.Revocation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When a repair may be applied for: gathers the facts of a record; which of them stand against an
 * application is in the tables {@code eligibility} and {@code early-end}.
 */
@Component
public class EligibilityPolicy {

    static final RuleTable<RecordFacts, Reason> ELIGIBILITY =
            new RuleTable<>("eligibility", RecordFacts.class, Reason.class);
    static final RuleTable<PenaltyFacts, EarlyEnd> EARLY_END =
            new RuleTable<>("early-end", PenaltyFacts.class, EarlyEnd.class);
    static final RuleTable<PathFacts, Revocation> REVOCATION =
            new RuleTable<>("revocation", PathFacts.class, Revocation.class);

    private final RuleTables tables;

    /**
     * A record on the day of an application.
     *
     * @param monthsListed whole months since the display period began
     * @param monthsCorrected whole months since the wrong was righted; null if not known
     * @param otherSerious the subject's other records of serious lists on display
     */
    record RecordFacts(
            String path,
            LocalDate day,
            String ground,
            String state,
            boolean shortestReached,
            boolean endsItself,
            boolean earlyEndAllowed,
            int monthsListed,
            @Nullable Integer monthsCorrected,
            boolean revoked,
            boolean newGround,
            int otherSerious) {}

    /** A kind of penalty. */
    record PenaltyFacts(String scope, String penaltyType) {}

    /** A path. */
    record PathFacts(String path) {}

    /**
     * Why a repair cannot be applied for.
     *
     * @param reason with places for what it is about, in braces
     * @param from what ends it; null if nothing does
     */
    record Reason(String reason, @Nullable Remedy from) {}

    /** Whether the display of a kind of penalty may end early. */
    record EarlyEnd(boolean allowed, @Nullable String source) {}

    /** Events that end a reason. */
    enum Remedy implements RuleWord {
        SHORTEST_TERM_REACHED("最短公示期届满之日"),
        BLOCK_ENDED("限制届满之日"),
        CORRECTED_LONG_ENOUGH("改正满期之日"),
        COUNTED_ANEW("重新计算期满之日"),
        NOTHING("不再办理");

        private final String text;

        Remedy(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

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
                                        earlyEnd(item, kinds.get(0)).source()));
    }

    private List<String> forbidden(DishonestyRecord record, RepairItem item) {
        return record.decision().penaltyTypes().stream()
                .filter(kind -> !earlyEnd(item, kind).allowed())
                .toList();
    }

    private EarlyEnd earlyEnd(RepairItem item, String kind) {
        return tables.row(EARLY_END, new PenaltyFacts(Scope.of(item).text(), kind));
    }

    /** Consequences of a revoked repair of the item. */
    public Revocation revocation(RepairItem item) {
        return tables.row(REVOCATION, new PathFacts(RepairPath.of(item.path()).text()));
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
        List<Reason> against =
                tables.rows(ELIGIBILITY, facts(record, item, occasion, newer.isPresent(), others));
        List<String> reasons = new ArrayList<>();
        List<LocalDate> firstDays = new ArrayList<>();
        firstDays.add(record.display().period().repairableFrom());
        for (Reason row : against) {
            LocalDate day = firstDay(row.from(), record, item, occasion, newer);
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

    private RecordFacts facts(
            DishonestyRecord record,
            RepairItem item,
            Occasion occasion,
            boolean newGround,
            List<DishonestyRecord> others) {
        LocalDate day = occasion.day();
        DisplayPeriod period = record.display().period();
        return new RecordFacts(
                RepairPath.of(item.path()).text(),
                day,
                occasion.ground().text(),
                record.stateOn(day).text(),
                !day.isBefore(period.repairableFrom()),
                !period.isEverRepairable(),
                forbidden(record, item).isEmpty(),
                months(record.beginsOn(), day),
                occasion.correctedOn() == null ? null : months(occasion.correctedOn(), day),
                record.isBlockedOn(day),
                newGround,
                (int)
                        others.stream()
                                .filter(other -> other.category() == RecordCategory.SERIOUS)
                                .count());
    }

    private static int months(LocalDate from, LocalDate until) {
        return (int) ChronoUnit.MONTHS.between(from, until);
    }

    /** The first day on which the reason will be gone; null if it never will. */
    private static @Nullable LocalDate firstDay(
            @Nullable Remedy kind,
            DishonestyRecord record,
            RepairItem item,
            Occasion occasion,
            Optional<DishonestyRecord> newer) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case SHORTEST_TERM_REACHED -> record.display().period().repairableFrom();
            case BLOCK_ENDED -> record.display().blockedUntil();
            case CORRECTED_LONG_ENOUGH ->
                    Objects.requireNonNull(occasion.correctedOn())
                            .plusMonths(months(item, occasion));
            case COUNTED_ANEW -> newer.orElseThrow().beginsOn().plusMonths(months(item, occasion));
            case NOTHING -> null;
        };
    }

    private static int months(RepairItem item, Occasion occasion) {
        return Objects.requireNonNullElse(item.on(occasion.day()).earliestMonths(), 0);
    }

    private String worded(
            Reason row,
            DishonestyRecord record,
            RepairItem item,
            Occasion occasion,
            Optional<DishonestyRecord> newer,
            @Nullable LocalDate day) {
        return row.reason()
                .replace("{state}", record.stateOn(occasion.day()).text())
                .replace("{kinds}", String.join("、", forbidden(record, item)))
                .replace("{end}", String.valueOf(record.display().period().endsOn()))
                .replace("{newer}", newer.map(DishonestyRecord::recordNo).orElse(""))
                .replace("{from}", day == null ? "公示期届满前不再受理" : "自 " + day + " 起可以申请");
    }
}
