package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 中止: a suspended case stands still, and has the working days left when it goes on. */
@Tag("postgresql")
class SuspensionTest extends ServerStory {

    private String applied() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        String no = town.applied(town.application(List.of(record)));
        town.task(no + "-1", "acceptance", "credit-center");
        return no;
    }

    private void suspend(String no, boolean suspended) {
        Api.Answer done =
                town.supervisor.post(
                        "/api/v1/regions/150100/supervision/cases/"
                                + no
                                + (suspended ? "-1/suspension" : "-1/resumption"),
                        Map.of("reason", "等待司法鉴定结论"));
        assertThat(done.status()).as(done.body().toString()).isEqualTo(204);
    }

    private JsonNode stage(String no) {
        JsonNode stages = town.item(no).path("stages");
        return stages.get(stages.size() - 1);
    }

    private LocalDate due(String no) {
        return OffsetDateTime.parse(stage(no).path("dueAt").asText()).toLocalDate();
    }

    @Test
    void theWorkingDaysLeftAreGivenBack() {
        String no = applied();
        assertThat(due(no)).as("three working days from Monday").isEqualTo("2026-03-05");
        town.moveClock(OffsetDateTime.parse("2026-03-03T10:00:00+08:00"));
        suspend(no, true);
        town.moveClock(OffsetDateTime.parse("2026-03-12T10:00:00+08:00"));
        assertThat(stage(no).path("sla").asText()).as("it stands still").isEqualTo("ON_TRACK");
        suspend(no, false);
        assertThat(due(no)).as("two working days were left").isEqualTo("2026-03-16");
        JsonNode task = town.task(no + "-1", "acceptance", "credit-center");
        assertThat(task.path("due").asText()).startsWith("2026-03-16T23:59:59");
        assertThat(task.path("followUp").asText()).startsWith("2026-03-13T23:59:59");
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .until(() -> count("limit_breach where reference = '" + no + "-1'") == 0);
        town.moveClock(OffsetDateTime.parse("2026-03-14T00:00:01+08:00"));
        await().until(() -> stage(no).path("sla").asText().equals("AT_RISK"));
        town.moveClock(OffsetDateTime.parse("2026-03-17T00:00:01+08:00"));
        await().until(() -> count("limit_breach where reference = '" + no + "-1'") == 1);
    }

    @Test
    void aCaseThatGoesOnIsDecidedWithinItsOwnLimit() {
        String no = applied();
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        assertThat(due(no)).isEqualTo("2026-03-11");
        suspend(no, true);
        town.moveClock(OffsetDateTime.parse("2026-03-05T10:00:00+08:00"));
        suspend(no, false);
        assertThat(due(no)).as("three working days later").isEqualTo("2026-03-16");
        town.completes("credit-center", no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("sla").asText()).isEqualTo("MET");
    }

    @Test
    void aLimitThatWasPastStaysPast() {
        String no = applied();
        town.moveClock(OffsetDateTime.parse("2026-03-06T00:00:01+08:00"));
        await().until(() -> count("limit_breach where reference = '" + no + "-1'") == 1);
        suspend(no, true);
        town.moveClock(OffsetDateTime.parse("2026-03-12T10:00:00+08:00"));
        suspend(no, false);
        assertThat(due(no)).isEqualTo("2026-03-05");
        assertThat(stage(no).path("sla").asText()).isEqualTo("BREACHED");
        assertThat(count("limit_breach where reference = '" + no + "-1'")).isEqualTo(1);
    }
}
