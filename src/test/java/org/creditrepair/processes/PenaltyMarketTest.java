package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;

/** 行政处罚信息（市场监管领域）: accepted within 5 working days, decided within 7, 10 before 25 December 2025. */
class PenaltyMarketTest extends PathStories {

    PenaltyMarketTest() {
        super(
                "penalty-market",
                "market-regulation",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 11));
    }

    @Test
    void aPenaltyThatIsNeverEndedEarlyIsRejected() {
        Map<String, Object> revoked = Town.penalty(path, Town.uscc(), LocalDate.of(2025, 6, 10));
        revoked.put("penaltyTypes", List.of("罚款", "吊销许可证件"));
        String no = town.applied(town.application(List.of(town.collected(revoked))));
        JsonNode item = town.rejectedByRules(unit, no);
        assertThat(item.path("resultReason").asText()).contains("吊销许可证件");
    }

    @Test
    void theLimitOfTheDecisionIsThatOfTheDayOfAcceptance() {
        clock.moveTo(OffsetDateTime.parse("2025-12-24T10:00:00+08:00").toInstant());
        String before = town.applied(town.application(List.of(record())));
        town.completes(unit, before + "-1", "acceptance", "ACCEPT", null);
        assertThat(decisionDue(before)).isEqualTo("2026-01-08");

        String after = town.applied(town.application(List.of(record())));
        town.moveClock(OffsetDateTime.parse("2025-12-25T10:00:00+08:00"));
        town.completes(unit, after + "-1", "acceptance", "ACCEPT", null);
        assertThat(decisionDue(after)).isEqualTo("2026-01-06");
    }

    private String decisionDue(String no) {
        return town.item(no).path("stages").get(1).path("dueAt").asText().substring(0, 10);
    }

    @Test
    void whatHasEndedByItselfIsToldWithoutAPerson() {
        applyForWhatHasEnded();
    }
}
