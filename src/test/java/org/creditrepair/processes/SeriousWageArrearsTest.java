package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * 拖欠农牧民工工资失信联合惩戒对象名单: decided within 15 working days of receipt, without an acceptance of its own
 * (人社部令第45号).
 */
class SeriousWageArrearsTest extends FullTermListStories {

    SeriousWageArrearsTest() {
        super(
                "serious-wage-arrears",
                "human-resources",
                LocalDate.parse("2026-03-23"),
                LocalDate.parse("2026-03-23"),
                LocalDate.parse("2025-12-10"),
                LocalDate.parse("2026-06-10"));
    }

    @Test
    @Override
    void bothLimitsAreMissedSeenAndRecorded() {
        String no = town.applied(town.application(List.of(record())));
        String key = no + "-1";
        town.moveClock(at(acceptBy, "00:00:01"));
        await().until(() -> warned(key, "endEvent_acceptanceWarned"));
        town.moveClock(at(acceptBy.plusDays(1), "00:00:01"));
        await().untilAsserted(() -> assertThat(incidents(key)).isEqualTo(1));
        accept(key);
        assertThat(due(no, "DECISION")).as("one limit for all").isEqualTo(decideBy);
        await().until(() -> warned(key, "endEvent_decisionBreachRecorded"));
        assertThat(breaches(no)).contains("ACCEPTANCE", "DECISION");
        town.completes(unit, key, "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("sla").asText()).isEqualTo("BREACHED");
    }

    @Test
    void aCorrectionBeginsTheLimitAnew() {
        String no = town.applied(town.application(List.of(record())));
        town.completes(unit, no + "-1", "acceptance", "CORRECT", "请补充工资支付凭证");
        town.moveClock(MONDAY.plusDays(7));
        town.triesToCorrect(no, "commitment").done();
        town.task(no + "-1", "acceptance", unit);
        assertThat(due(no, "ACCEPTANCE")).isEqualTo(acceptBy.plusDays(7));
    }
}
