package org.creditrepair.registry.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.creditrepair.registry.record.DisplayPeriod;
import org.creditrepair.registry.record.Severity;
import org.creditrepair.workflow.rules.DmnRuleTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the table of display periods means for records. */
class DisplayPeriodRulesTest {

    private final DisplayPeriodRules rules = new DisplayPeriodRules(new DmnRuleTables());

    @ParameterizedTest(name = "{0} {1} {2} {3} {4}: {5}, {6} to {7} months")
    @CsvSource({
        // scope, decided on, kind, field, severity, displayed, shortest, longest
        "MARKET, 2025-12-24, 警告, , MINOR, true, 3, 36",
        "MARKET, 2025-12-25, 警告, , MINOR, false, 0, 0",
        "MARKET, 2025-12-25, 罚款, , MINOR, true, 3, 3",
        "MARKET, 2025-12-24, 罚款, , GENERAL, true, 3, 36",
        "MARKET, 2025-12-25, 罚款, , GENERAL, true, 3, 12",
        "MARKET, 2025-12-24, 罚款, , SERIOUS, true, 3, 36",
        "MARKET, 2025-12-25, 罚款, , SERIOUS, true, 12, 36",
        "MARKET, 2025-12-25, 罚款, 食品, GENERAL, true, 3, 12",
        "MARKET, 2025-12-24, 罚款, 食品, , true, 12, 36",
        "MARKET, 2025-12-25, 罚款, 食品, , true, 3, 12",
        "MARKET, 2025-12-25, 吊销许可证件, , , true, 12, 36",
        "MARKET, 2025-12-25, 警告, , , false, 0, 0",
        "OTHER, 2026-03-31, 罚款, , MINOR, true, 3, 36",
        "OTHER, 2026-04-01, 罚款, , MINOR, true, 0, 3",
        "OTHER, 2026-03-31, 罚款, , GENERAL, true, 3, 36",
        "OTHER, 2026-04-01, 罚款, , GENERAL, true, 3, 12",
        "OTHER, 2026-03-31, 罚款, , SERIOUS, true, 3, 36",
        "OTHER, 2026-04-01, 罚款, , SERIOUS, true, 12, 36",
        "OTHER, 2026-03-31, 罚款, , , true, 3, 36",
        "OTHER, 2026-04-01, 罚款, , , true, 3, 12",
        "OTHER, 2026-04-01, 通报批评, , , true, 0, 3",
        "OTHER, 2024-05-06, 罚款, 食品药品, , true, 12, 36",
        "OTHER, 2024-05-06, 罚款, 消防领域, , true, 12, 36",
        "OTHER, 2024-05-06, 罚款, 药品, , true, 12, 36",
        "OTHER, 2024-05-06, 罚款, DRUG, , true, 12, 36",
        "OTHER, 2024-05-06, 罚款, 特种设备, , true, 12, 36",
        "OTHER, 2024-05-06, 罚款, 安全生产, , true, 12, 36",
        "OTHER, 2024-05-06, 罚款, 消防, , true, 12, 36",
        "OTHER, 2024-05-06, 罚款, 广告, , true, 3, 36"
    })
    void aRowGoverns(
            Scope scope,
            LocalDate decidedOn,
            String kind,
            String field,
            Severity severity,
            boolean displayed,
            int shortest,
            int longest) {
        DisplayPeriod period =
                rules.ofPenalty(scope, decidedOn, decidedOn, List.of(kind), field, severity);
        assertThat(period.displayed()).isEqualTo(displayed);
        assertThat(period.repairableFrom()).isEqualTo(decidedOn.plusMonths(shortest));
        assertThat(period.endsOn()).isEqualTo(decidedOn.plusMonths(longest));
        assertThat(period.source()).isNotBlank();
    }

    @Test
    void aPresumedSeverityIsSaidToBeOne() {
        LocalDate decidedOn = LocalDate.of(2026, 4, 1);
        DisplayPeriod presumed =
                rules.ofPenalty(Scope.OTHER, decidedOn, decidedOn, List.of("警告", "吊销"), null, null);
        assertThat(presumed.endsOn()).isEqualTo(decidedOn.plusYears(3));
        assertThat(presumed.source()).contains("第36号").endsWith("（失信程度为推定，待核）");
        DisplayPeriod said =
                rules.ofPenalty(
                        Scope.OTHER,
                        decidedOn,
                        decidedOn,
                        List.of("警告", "吊销"),
                        null,
                        Severity.GENERAL);
        assertThat(said.endsOn()).isEqualTo(decidedOn.plusYears(1));
        assertThat(said.source()).doesNotContain("推定");
    }

    @Test
    void ofSeveralKindsInOneDecisionTheLongestPeriodGoverns() {
        LocalDate decidedOn = LocalDate.of(2026, 1, 15);
        DisplayPeriod period =
                rules.ofPenalty(
                        Scope.MARKET,
                        decidedOn,
                        decidedOn,
                        List.of("警告", "罚款"),
                        null,
                        Severity.MINOR);
        assertThat(period.displayed()).isTrue();
        assertThat(period.endsOn()).isEqualTo(LocalDate.of(2026, 4, 15));
    }

    @Test
    void aDecisionWithoutKindsHasAPeriodToo() {
        DisplayPeriod period =
                rules.ofPenalty(
                        Scope.OTHER,
                        LocalDate.of(2024, 11, 30),
                        LocalDate.of(2024, 11, 30),
                        List.of(),
                        null,
                        null);
        assertThat(period.repairableFrom()).isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(period.endsOn()).isEqualTo(LocalDate.of(2027, 11, 30));
    }
}
