package org.creditrepair.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RulePart;
import org.creditrepair.catalog.rules.NationalTables.Basis;
import org.creditrepair.catalog.rules.NationalTables.Condition;
import org.creditrepair.catalog.rules.NationalTables.Limits;
import org.creditrepair.catalog.rules.NationalTables.MaterialFacts;
import org.creditrepair.catalog.rules.NationalTables.Paper;
import org.creditrepair.catalog.rules.NationalTables.PathOnDay;
import org.junit.jupiter.api.Test;

/** How national rules and a region's document come together, whatever the real tables say. */
class NationalRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final String OWN = "地区方案";

    /** Tables of rows that hold from a day on. */
    private static final class Rows implements RuleTables {

        private record From(LocalDate day, Record row) {}

        private final Map<String, List<From>> rows = new HashMap<>();

        Rows with(RuleTable<?, ?> table, LocalDate from, Record row) {
            rows.merge(
                    table.id(),
                    List.of(new From(from, row)),
                    (known, more) -> {
                        List<From> all = new ArrayList<>(known);
                        all.addAll(more);
                        return all;
                    });
            return this;
        }

        @Override
        public RuleTables with(String table, String dmn) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <F extends Record, R extends Record> List<R> rows(RuleTable<F, R> table, F facts) {
            LocalDate day =
                    facts instanceof PathOnDay path
                            ? path.day()
                            : facts instanceof MaterialFacts material ? material.day() : DAY;
            return select(table, from -> !from.day().isAfter(day));
        }

        @Override
        public <R extends Record> List<R> allRows(RuleTable<?, R> table) {
            return select(table, from -> true);
        }

        private <R extends Record> List<R> select(RuleTable<?, R> table, Predicate<From> held) {
            return rows.getOrDefault(table.id(), List.of()).stream()
                    .filter(held)
                    .map(from -> table.row().cast(from.row()))
                    .toList();
        }

        @Override
        public SortedSet<LocalDate> daysIn(RuleTable<?, ?> table) {
            SortedSet<LocalDate> days = new TreeSet<>();
            rows.getOrDefault(table.id(), List.of()).forEach(from -> days.add(from.day()));
            return days;
        }
    }

    private final Rows tables = new Rows();

    private static RepairItem item(
            Integer decideWorkingDays, List<String> conditions, List<Material> materials) {
        return new RepairItem(
                "item",
                "事项",
                "penalty-other",
                RecordCategory.PENALTY,
                List.of("unit"),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(
                        new ItemRules(
                                null,
                                null,
                                decideWorkingDays,
                                null,
                                null,
                                null,
                                conditions,
                                materials,
                                List.of(),
                                Map.of())));
    }

    private static Limits deciding(int days, Effect effect, String source) {
        return new Limits(null, days, null, effect, source);
    }

    private ItemRules before(RepairItem item) {
        return new NationalRules(tables).complete(item, OWN, List.of()).on(DAY.minusDays(1));
    }

    private ItemRules since(RepairItem item) {
        return new NationalRules(tables).complete(item, OWN, List.of()).on(DAY);
    }

    @Test
    void whatADocumentLeavesOpenIsFilledFromTheDayOn() {
        tables.with(NationalTables.LIMITS, DAY, deciding(7, Effect.COMPLETES, "第一号令"));
        RepairItem open = item(null, List.of(), List.of());
        assertThat(before(open).decideWorkingDays()).isNull();
        assertThat(since(open).decideWorkingDays()).isEqualTo(7);
        assertThat(since(open).source(RulePart.LIMITS)).isEqualTo("第一号令");
    }

    @Test
    void whatADocumentSaysStaysUnlessItIsReplaced() {
        RepairItem own = item(5, List.of(), List.of());
        tables.with(NationalTables.LIMITS, DAY, deciding(7, Effect.COMPLETES, "第一号令"));
        assertThat(since(own).decideWorkingDays()).isEqualTo(5);
        assertThat(since(own).source(RulePart.LIMITS)).isEqualTo(OWN);
        tables.with(NationalTables.LIMITS, DAY, deciding(3, Effect.REPLACES, "第二号令"));
        assertThat(before(own).decideWorkingDays()).isEqualTo(5);
        assertThat(since(own).decideWorkingDays()).isEqualTo(3);
        assertThat(since(own).source(RulePart.LIMITS)).isEqualTo("第二号令");
    }

    @Test
    void aShorterLimitGovernsAndBothAreNamed() {
        tables.with(NationalTables.LIMITS, DAY, deciding(3, Effect.SHORTENS, "第一号令"));
        RepairItem longer = item(5, List.of(), List.of());
        assertThat(before(longer).decideWorkingDays()).isEqualTo(5);
        assertThat(since(longer).decideWorkingDays()).isEqualTo(3);
        assertThat(since(longer).source(RulePart.LIMITS)).contains(OWN).contains("第一号令");
        RepairItem shorter = item(2, List.of(), List.of());
        assertThat(since(shorter).decideWorkingDays()).isEqualTo(2);
        assertThat(since(shorter).source(RulePart.LIMITS)).isEqualTo(OWN);
        RepairItem open = item(null, List.of(), List.of());
        assertThat(since(open).decideWorkingDays()).as("it shortens, it sets none").isNull();
    }

    @Test
    void whatAllItemsNeedStandsOnEachUntilRulesSayMore() {
        RepairItem own = item(null, List.of("已满一年"), List.of());
        tables.with(NationalTables.CONDITIONS, DAY, new Condition("公开承诺", Effect.ADDS, "第一号令"));
        List<String> common = List.of("已纠正");
        RepairItem complete = new NationalRules(tables).complete(own, OWN, common);
        assertThat(complete.on(DAY.minusDays(1)).conditions()).containsExactly("已满一年", "已纠正");
        assertThat(complete.on(DAY).conditions()).containsExactly("已满一年", "公开承诺");
        assertThat(complete.on(DAY).source(RulePart.CONDITIONS)).contains(OWN).contains("第一号令");
    }

    @Test
    void aSectorsOwnPaperStaysWhenGeneralOnesAreReplacedOrDropped() {
        Material record = new Material("training-record", "培训记录", true, false);
        RepairItem own =
                item(
                        null,
                        List.of(),
                        List.of(
                                new Material("application", "申请书", true, false),
                                record,
                                new Material("commitment", "守信承诺书", true, false)));
        tables.with(
                        NationalTables.MATERIALS,
                        DAY,
                        new Paper("commitment", "信用承诺书", true, false, Effect.REPLACES, "一"))
                .with(
                        NationalTables.MATERIALS,
                        DAY,
                        new Paper("application", "申请书", false, false, Effect.DROPS, "一"));
        assertThat(before(own).materials()).hasSize(3);
        assertThat(since(own).materials())
                .containsExactly(record, new Material("commitment", "信用承诺书", true, false));
    }

    @Test
    void ofSeveralReplacementsTheLastStands() {
        RepairItem own = item(5, List.of(), List.of());
        tables.with(NationalTables.LIMITS, DAY, deciding(3, Effect.REPLACES, "第一号令"))
                .with(NationalTables.LIMITS, DAY, deciding(2, Effect.REPLACES, "第二号令"));
        assertThat(since(own).decideWorkingDays()).isEqualTo(2);
    }

    @Test
    void aListIsTheDocumentsOwnOrTheNationsWhole() {
        RepairItem own = item(null, List.of("已履行"), List.of());
        tables.with(NationalTables.CONDITIONS, DAY, new Condition("已纠正", Effect.COMPLETES, "第一号令"));
        assertThat(since(own).conditions()).containsExactly("已履行");
        assertThat(since(item(null, List.of(), List.of())).conditions()).containsExactly("已纠正");
        tables.with(
                NationalTables.CONDITIONS, DAY, new Condition("无新的失信", Effect.REPLACES, "第二号令"));
        assertThat(since(own).conditions()).containsExactly("无新的失信");
    }

    @Test
    void aDocumentStandsOnceAndWhatARuleAddsStandsBesideIt() {
        Material commitment = new Material("commitment", "信用承诺书", true, false);
        RepairItem own = item(null, List.of(), List.of());
        tables.with(
                        NationalTables.MATERIALS,
                        DAY,
                        new Paper("commitment", "信用承诺书", true, false, Effect.COMPLETES, "一"))
                .with(
                        NationalTables.MATERIALS,
                        DAY,
                        new Paper("commitment", "承诺书", true, false, Effect.COMPLETES, "二"))
                .with(
                        NationalTables.MATERIALS,
                        DAY,
                        new Paper("training", "培训记录", true, false, Effect.ADDS, "三"));
        assertThat(since(own).materials())
                .containsExactly(commitment, new Material("training", "培训记录", true, false));
        assertThat(new NationalRules(tables).everyMaterial()).hasSize(3);
    }

    @Test
    void aDocumentThatIsReplacedIsNoBasisAnyMoreAndWhatItStillSaysIsMarked() {
        RepairItem own = item(null, List.of(), List.of());
        tables.with(NationalTables.LIMITS, DAY.minusYears(1), deciding(7, Effect.COMPLETES, "旧令"))
                .with(NationalTables.BASIS, DAY, new Basis("新令", "旧令"));
        assertThat(before(own).basis()).containsExactly("旧令");
        assertThat(since(own).basis()).containsExactly("新令");
        assertThat(since(own).source(RulePart.LIMITS)).startsWith("旧令（已由后续规定取代");
    }

    @Test
    void theDaysOfChangeAreThoseOfAnyTable() {
        tables.with(NationalTables.LIMITS, DAY, deciding(7, Effect.COMPLETES, "一"))
                .with(NationalTables.BASIS, DAY.plusYears(1), new Basis("二", null));
        assertThat(
                        new NationalRules(tables)
                                .complete(item(1, List.of(), List.of()), OWN, List.of())
                                .rules())
                .extracting(ItemRules::from)
                .containsExactly(null, DAY, DAY.plusYears(1));
    }
}
