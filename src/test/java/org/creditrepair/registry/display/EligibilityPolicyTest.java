package org.creditrepair.registry.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.record.Records;
import org.creditrepair.registry.record.Severity;
import org.creditrepair.workflow.rules.DmnRuleTables;
import org.junit.jupiter.api.Test;

class EligibilityPolicyTest {

    private static final RepairItem MARKET = Records.item("penalty-market");
    private static final LocalDate DECIDED = LocalDate.of(2025, 6, 10);

    private final RuleTables tables = new DmnRuleTables();
    private final DisplayPeriodRules rules = new DisplayPeriodRules(tables);
    private final EligibilityPolicy policy = new EligibilityPolicy(tables);

    @Test
    void onTheFirstDayAfterTheShortestPeriodARepairMayBeAppliedFor() {
        Eligibility eligibility = judge(LocalDate.of(2025, 9, 10), "罚款");
        assertThat(eligibility.eligible()).isTrue();
        assertThat(eligibility.reasons()).isEmpty();
    }

    @Test
    void theDayBeforeIsTooEarlyAndTheFirstDayIsSaid() {
        Eligibility eligibility = judge(LocalDate.of(2025, 9, 9), "罚款");
        assertThat(eligibility.eligible()).isFalse();
        assertThat(eligibility.from()).isEqualTo(LocalDate.of(2025, 9, 10));
        assertThat(eligibility.reasons()).singleElement().asString().contains("2025-09-10");
    }

    @Test
    void whatHasEndedByItselfNeedsNoRepair() {
        assertThat(judge(LocalDate.of(2028, 6, 9), "罚款").eligible()).isTrue();
        Eligibility over = judge(LocalDate.of(2028, 6, 10), "罚款");
        assertThat(over.eligible()).isFalse();
        assertThat(over.from()).isNull();
        assertThat(over.reasons()).singleElement().asString().contains("无须申请");
    }

    @Test
    void aKindThatIsNeverEndedEarlyHasNoFirstDay() {
        Eligibility eligibility = judge(LocalDate.of(2026, 3, 2), "吊销许可证件");
        assertThat(eligibility.eligible()).isFalse();
        assertThat(eligibility.from()).isNull();
        assertThat(eligibility.reasons()).singleElement().asString().contains("吊销许可证件");
    }

    @Test
    void aMinorMarketPenaltyEndsByItselfAndIsNotAppliedFor() {
        LocalDate decidedOn = LocalDate.of(2026, 1, 10);
        DishonestyRecord minor = record(decidedOn, "罚款", Severity.MINOR);
        Eligibility eligibility = judge(minor, LocalDate.of(2026, 2, 1));
        assertThat(eligibility.eligible()).isFalse();
        assertThat(eligibility.from()).isNull();
        assertThat(eligibility.reasons()).singleElement().asString().contains("2026-04-10");
    }

    private Eligibility judge(LocalDate today, String kind) {
        return judge(record(DECIDED, kind, null), today);
    }

    private Eligibility judge(DishonestyRecord record, LocalDate today) {
        return policy.judge(record, MARKET, new Occasion(today, Ground.FULFILLED, null), List.of());
    }

    private DishonestyRecord record(LocalDate decidedOn, String kind, Severity severity) {
        return Records.of(
                MARKET,
                decidedOn,
                List.of(kind),
                severity,
                rules.ofPenalty(Scope.MARKET, decidedOn, decidedOn, List.of(kind), null, severity));
    }
}
