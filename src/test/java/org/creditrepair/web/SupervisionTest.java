package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What supervisors count is what happened. */
@Tag("database")
class SupervisionTest extends ServerStory {

    private static final String SUPERVISION = "/api/v1/regions/150300/supervision/";

    @Override
    protected String region() {
        return "150300";
    }

    private String applied() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2025, 6, 10)));
        return town.applied(town.application(List.of(record)));
    }

    private JsonNode row(String report, String field, String value) {
        for (JsonNode row : town.supervisor.get(SUPERVISION + report).body()) {
            if (row.path(field).asText().equals(value)) {
                return row;
            }
        }
        return MissingNode.getInstance();
    }

    private void completes(String no, String task, String outcome, String comment) {
        town.completes("market-regulation", no + "-1", task, outcome, comment);
    }

    @Test
    void theStatesOfCasesAreCountedByPathAndUnit() {
        JsonNode before = row("sla", "path", "penalty-market");
        String met = applied();
        completes(met, "acceptance", "ACCEPT", null);
        completes(met, "decision", "REPAIR", null);
        town.closedItem(met);
        String open = applied();
        assertStates(before, 1, 0, 0, 1);
        OffsetDateTime due =
                OffsetDateTime.parse(town.item(open).path("stages").get(0).path("dueAt").asText());
        town.moveClock(due.minusHours(1));
        assertStates(before, 0, 1, 0, 0);
        town.moveClock(due.plusSeconds(1));
        assertStates(before, 0, 0, 1, 0);
        JsonNode row = row("sla", "path", "penalty-market");
        assertThat(row.path("unit").asText()).isEqualTo("market-regulation");
        assertThat(row.path("pathName").asText()).isEqualTo("行政处罚（市场监管领域）");
        assertThat(town.supervisor.get(SUPERVISION + "sla?format=csv").text()).contains("市场监督管理局");
        assertThat(town.supervisor.get(SUPERVISION + "sla?format=xlsx").bytes())
                .startsWith('P', 'K');
        assertThat(town.portal.get(SUPERVISION + "sla").status()).isEqualTo(403);
    }

    private void assertStates(JsonNode before, int onTrack, int atRisk, int breached, int met) {
        await().untilAsserted(
                        () -> {
                            JsonNode now = row("sla", "path", "penalty-market");
                            assertThat(now.path("onTrack").asInt() - before.path("onTrack").asInt())
                                    .isEqualTo(onTrack);
                            assertThat(now.path("atRisk").asInt() - before.path("atRisk").asInt())
                                    .isEqualTo(atRisk);
                            assertThat(
                                            now.path("breached").asInt()
                                                    - before.path("breached").asInt())
                                    .isEqualTo(breached);
                            assertThat(now.path("met").asInt() - before.path("met").asInt())
                                    .isEqualTo(met);
                        });
    }

    private static long more(JsonNode now, JsonNode before, String count) {
        return now.path(count).asLong() - before.path(count).asLong();
    }

    private long closedByHistory() {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("penalty-market")
                .tenantIdIn("150300")
                .finishedAfter(Date.from(MONDAY.minusHours(9).toInstant()))
                .finishedBefore(
                        Date.from(OffsetDateTime.parse("2026-03-17T00:00:00+08:00").toInstant()))
                .finished()
                .count();
    }

    @Test
    void whatAUnitHasDoneEqualsACountOverTheRawHistory() {
        String query = "units?from=2026-03-02&until=2026-03-16";
        JsonNode before = row(query, "code", "market-regulation");
        long closedBefore = closedByHistory();
        String repaired = applied();
        completes(repaired, "acceptance", "ACCEPT", null);
        completes(repaired, "decision", "REPAIR", null);
        town.closedItem(repaired);
        String late = applied();
        town.moveClock(OffsetDateTime.parse("2026-03-16T09:00:00+08:00"));
        completes(late, "acceptance", "REJECT", "不符合申请条件");
        town.closedItem(late);
        JsonNode unit = row(query, "code", "market-regulation");
        assertThat(more(unit, before, "closed"))
                .isEqualTo(closedByHistory() - closedBefore)
                .isEqualTo(2);
        assertThat(
                        Stream.of("repaired", "refused", "rejected", "withdrawn", "lapsed")
                                .mapToLong(result -> unit.path(result).asLong())
                                .sum())
                .isEqualTo(unit.path("closed").asLong());
        assertThat(unit.path("rejected").asLong()).isPositive();
        assertThat(unit.path("lateShare").asDouble()).isBetween(0.001, 0.999);
        assertThat(unit.path("meanDays").asDouble()).isBetween(0.001, 10.0);
        assertThat(unit.path("medianDays").asInt())
                .isLessThanOrEqualTo(unit.path("ninetyPercentDays").asInt());
        assertThat(unit.path("ninetyPercentDays").asInt()).isBetween(1, 10);
        assertThat(town.supervisor.get(SUPERVISION + query + "&format=csv").text()).contains("按时率");
        assertThat(town.supervisor.get(SUPERVISION + query + "&format=pdf").error("format"))
                .isEqualTo("INVALID");
    }
}
