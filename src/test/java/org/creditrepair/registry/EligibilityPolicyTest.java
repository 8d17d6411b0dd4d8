package org.creditrepair.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.creditrepair.catalog.RecordCategory;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.registry.DisplayPeriodRules.Scope;
import org.junit.jupiter.api.Test;

class EligibilityPolicyTest {

    private static final LocalDate DECIDED = LocalDate.of(2025, 6, 10);

    private final DisplayPeriodRules rules = DisplayPeriodRulesTest.rules();
    private final EligibilityPolicy policy = new EligibilityPolicy(rules);

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
        Eligibility eligibility = policy.judge(minor, Scope.MARKET, LocalDate.of(2026, 2, 1));
        assertThat(eligibility.eligible()).isFalse();
        assertThat(eligibility.from()).isNull();
        assertThat(eligibility.reasons()).singleElement().asString().contains("2026-04-10");
    }

    private Eligibility judge(LocalDate today, String kind) {
        return policy.judge(record(DECIDED, kind, null), Scope.MARKET, today);
    }

    private DishonestyRecord record(LocalDate decidedOn, String kind, Severity severity) {
        String first17 = "91150100MA0XG0001";
        return new DishonestyRecord(
                new RegionCode("150100"),
                "R-1",
                RecordCategory.PENALTY,
                "penalty-market",
                new Subject(
                        SubjectType.LEGAL_PERSON,
                        "虚构测试有限公司",
                        new Uscc(first17 + Uscc.checkCharacter(first17))),
                "虚构罚决〔2025〕1号",
                "虚构处罚机关",
                decidedOn,
                List.of(kind),
                null,
                severity,
                null,
                null,
                null,
                false,
                rules.periodOf(Scope.MARKET, decidedOn, List.of(kind), null, severity),
                RecordState.DISPLAYED,
                null);
    }
}
