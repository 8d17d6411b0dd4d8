package org.creditrepair.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ready-made filters of a reviewer with many cases. */
class TasklistFiltersTest extends ServerStory {

    private static final String UNIT = "credit-center";

    @Autowired TaskService tasks;

    @Test
    void aCaseMovesThroughTheFiltersAsItsDaysRunOut() {
        Task undated = tasks.newTask();
        undated.setTenantId("150100");
        tasks.saveTask(undated);
        tasks.addCandidateGroup(undated.getId(), "150100-" + UNIT);
        String no =
                town.applied(
                        town.application(
                                List.of(
                                        town.collected(
                                                Town.penalty(
                                                        "penalty-other",
                                                        Town.uscc(),
                                                        LocalDate.of(2025, 6, 10))))));
        String task = town.task(no + "-1", "acceptance", UNIT).path("id").asText();
        assertThat(filtersWith(task)).containsExactly("待受理");

        town.moveClock(OffsetDateTime.parse("2026-03-05T09:00:00+08:00"));
        assertThat(filtersWith(task)).containsExactly("待受理", "今日到期");
        assertThat(card(task))
                .containsEntry("caseKey", no + "-1")
                .containsEntry("subjectName", "虚构测试有限公司")
                .containsEntry("workingDaysLeft", "0");

        town.moveClock(OffsetDateTime.parse("2026-03-09T09:00:00+08:00"));
        assertThat(filtersWith(task)).containsExactly("待受理", "已超期");
        assertThat(card(task)).containsEntry("workingDaysLeft", "已超期 2");
        assertThat(filtersWith(undated.getId())).as("has no limit to miss").isEmpty();

        reviewer()
                .post("/engine-rest/task/" + task + "/claim", Map.of("userId", "150100-" + UNIT))
                .done();
        assertThat(filtersWith(task)).containsExactly("我的任务", "待受理", "已超期");
        town.complete(UNIT, task, "acceptanceOutcome", "ACCEPT", null).done();
        String decision = town.task(no + "-1", "decision", UNIT).path("id").asText();
        assertThat(filtersWith(decision)).containsExactly("待决定");
        tasks.deleteTask(undated.getId(), true);
    }

    private Api reviewer() {
        return town.unit(UNIT);
    }

    /** Names of the filters that list a task, in the order in which Tasklist shows them. */
    private List<String> filtersWith(String task) {
        List<String> names = new ArrayList<>();
        for (JsonNode filter : filters()) {
            JsonNode listed =
                    reviewer()
                            .get("/engine-rest/filter/" + filter.path("id").asText() + "/list")
                            .body();
            if (listed.findValuesAsText("id").contains(task)) {
                names.add(filter.path("name").asText());
            }
        }
        return names;
    }

    private List<JsonNode> filters() {
        return StreamSupport.stream(
                        reviewer()
                                .get("/engine-rest/filter?resourceType=Task")
                                .body()
                                .spliterator(),
                        false)
                .sorted(
                        Comparator.comparing(
                                filter -> filter.path("properties").path("priority").asInt()))
                .toList();
    }

    /** What the card of a task says, as Tasklist asks for it. */
    private Map<String, String> card(String task) {
        String filter =
                filters().stream()
                        .filter(one -> one.path("name").asText().equals("待受理"))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asText();
        JsonNode list =
                reviewer()
                        .getAs("/engine-rest/filter/" + filter + "/list", "application/hal+json")
                        .body();
        Map<String, String> lines = new HashMap<>();
        for (JsonNode one : list.path("_embedded").path("task")) {
            if (one.path("id").asText().equals(task)) {
                for (JsonNode line : one.path("_embedded").path("variable")) {
                    lines.put(line.path("name").asText(), line.path("value").asText());
                }
            }
        }
        return lines;
    }
}
