package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.creditrepair.workflow.queue.OwnFilters;
import org.creditrepair.workflow.queue.QueueFilling;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** The queue of a unit: found by any part, in the order of limits, as the engine's tasks are. */
@Tag("database")
class TaskQueueTest extends ServerStory {

    private static final String UNIT = "market-regulation";

    @Autowired private QueueFilling filling;

    private Map<String, Object> record() {
        return town.collected(
                Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2025, 6, 10)));
    }

    private String applied(Map<String, Object> record) {
        String no = town.applied(town.application(List.of(record)));
        town.task(no + "-1", "acceptance", UNIT);
        return no;
    }

    private JsonNode queue(String unit, String query) {
        return town.unit(unit).get("/api/v1/regions/150100/queue?" + query).body();
    }

    private JsonNode found(String unit, Object words) {
        return queue(unit, "words=" + URLEncoder.encode(words.toString(), StandardCharsets.UTF_8))
                .path("rows");
    }

    private int count(String unit, String filter) {
        for (JsonNode one : queue(unit, "").path("filters")) {
            if (one.path("code").asText().equals(filter)) {
                return one.path("count").asInt();
            }
        }
        throw new AssertionError(filter);
    }

    @Test
    void aTaskIsFoundByAnyPartOfANameCodeOrNumber() {
        Map<String, Object> record = record();
        record.put("documentNo", "虚构市监罚〔2025〕" + System.nanoTime() + "号");
        town.collected(record);
        String no = applied(record);
        String code = (String) ((Map<?, ?>) record.get("subject")).get("uscc");
        String document = (String) record.get("documentNo");
        for (String words :
                List.of(
                        no,
                        no.substring(6),
                        code.substring(4),
                        code.toLowerCase(Locale.ROOT),
                        document.substring(8),
                        (String) record.get("recordNo"))) {
            assertThat(found(UNIT, words)).as(words).hasSize(1);
        }
        JsonNode row = found(UNIT, no).get(0);
        assertThat(row.path("subject").asText()).isEqualTo("虚构测试有限公司");
        assertThat(row.path("workingDaysLeft").asInt()).isEqualTo(3);
        assertThat(found(UNIT, "虚构测试有限")).isNotEmpty();
        assertThat(found(UNIT, "%")).as("no wildcard").isEmpty();
        assertThat(found("tax", no)).as("another unit").isEmpty();
        assertThat(
                        town.unit(UNIT)
                                .get("/api/v1/regions/150100/queue?filter=X&stage=Y&page=-1")
                                .body()
                                .path("errors")
                                .findValuesAsText("field"))
                .containsExactly("filter", "stage", "page");
    }

    @Test
    void rowsFollowClaimHandoverSuspensionLimitAndEnd() {
        Map<String, Object> record = record();
        String no = applied(record);
        int mine = count(UNIT, "MINE");
        String id = town.task(no + "-1", "acceptance", UNIT).path("id").asText();
        town.unit(UNIT)
                .post("/api/v1/regions/150100/tasks/claims", Map.of("taskIds", List.of(id)))
                .done();
        assertThat(count(UNIT, "MINE")).isEqualTo(mine + 1);
        assertThat(found(UNIT, no).get(0).path("assigneeName").asText()).contains("演示账号");

        String path = "/api/v1/regions/150100/supervision/cases/" + no + "-1";
        Map<String, String> reason = Map.of("reason", "核对");
        town.supervisor.post(path + "/suspension", reason).done();
        assertThat(found(UNIT, no)).as("suspended").isEmpty();
        town.supervisor.post(path + "/resumption", reason).done();
        assertThat(found(UNIT, no)).hasSize(1);

        Map<String, Object> to = new HashMap<>(reason);
        to.put("unit", "tax");
        town.unit(UNIT).post("/api/v1/regions/150100/tasks/" + id + "/transfer", to).done();
        assertThat(found(UNIT, no)).isEmpty();
        assertThat(found("tax", no).get(0).path("assignee").isNull()).isTrue();

        town.moveClock(OffsetDateTime.parse("2026-03-06T09:00:00+08:00"));
        assertThat(count("tax", "OVERDUE")).isPositive();
        assertThat(queue("tax", "filter=OVERDUE&words=" + no).path("rows")).hasSize(1);
        assertThat(
                        town.supervisor
                                .get("/api/v1/regions/150100/supervision/health")
                                .body()
                                .path("overdueSince")
                                .asText())
                .isNotEmpty();
        town.completes("tax", no + "-1", "acceptance", "ACCEPT", null);
        town.task(no + "-1", "decision", "tax");
        await().until(() -> found("tax", no).size() == 1);
        assertThat(found("tax", no).get(0).path("stage").asText()).isEqualTo("DECISION");
        Api.Answer withdrawn =
                town.portal.post("/api/v1/applications/" + no + "/items/1/withdrawal", Map.of());
        assertThat(withdrawn.status()).isEqualTo(200);
        await().until(() -> found("tax", no).isEmpty());
    }

    @Test
    void filtersOfOnesOwnAreKeptByAccountAndRegion() {
        String path = "/api/v1/regions/150100/queue/filters";
        Api reviewer = town.unit(UNIT);
        Map<String, String> filter =
                Map.of("name", "先办", "filter", "OVERDUE", "stage", "ACCEPTANCE", "words", "虚构");
        JsonNode kept = reviewer.post(path, filter).body();
        assertThat(reviewer.get(path).body()).containsExactly(kept);
        assertThat(kept.path("stage").asText()).isEqualTo("ACCEPTANCE");
        assertThat(town.unit(UNIT + "-head").get(path).body()).isEmpty();
        assertThat(town.unit(UNIT + "-head").delete(path + "/" + kept.path("id")).status())
                .as("a colleague's")
                .isEqualTo(404);
        assertThat(town.supervisor.get(path).status()).isEqualTo(403);
        Api.Answer wrong = reviewer.post(path, Map.of("filter", "X", "stage", "Y"));
        assertThat(wrong.body().path("errors").findValuesAsText("field"))
                .containsExactly("name", "filter", "stage");
        assertThat(reviewer.post(path, filter).error("name")).isEqualTo("DUPLICATE");
        Map<String, String> more = new HashMap<>(filter);
        for (int i = 1; i < OwnFilters.MOST; i++) {
            more.put("name", "先办 " + i);
            reviewer.post(path, more).done();
        }
        assertThat(reviewer.post(path, filter).error("name")).isEqualTo("TOO_MANY");
        for (JsonNode one : reviewer.get(path).body()) {
            reviewer.delete(path + "/" + one.path("id")).done();
        }
        assertThat(reviewer.get(path).body()).isEmpty();
    }

    @Test
    void whatAServerWithoutAQueueHasLeftIsWrittenDown() {
        String no = applied(record());
        jdbc.sql("delete from task_queue where reference = ?").param(no + "-1").update();
        assertThat(found(UNIT, no)).isEmpty();
        filling.run(new DefaultApplicationArguments());
        assertThat(found(UNIT, no)).hasSize(1);
    }
}
