package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine's own REST: the same checks, the same answers, nothing left behind. */
class EngineRestTest extends ServerStory {

    private static final String START =
            "/engine-rest/process-definition/key/joint-application/start";

    private Map<String, Object> application;

    @BeforeEach
    void anApplicationThatIsRight() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        application = town.application(List.of(record));
    }

    @Test
    void anApplicationMayBeStartedAndReviewedThere() {
        application.put("region", "150100");
        Api.Answer started = start("150100-portal", application);
        assertThat(started.status()).as(started.body().toString()).isEqualTo(200);
        String no = started.body().path("businessKey").asText();
        assertThat(started.body().path("tenantId").asText()).isEqualTo("150100");
        assertThat(town.item(no).path("status").asText()).isEqualTo("SUBMITTED");

        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", "材料齐全");
        town.completes("credit-center", no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
        assertThat(variablesOf(no))
                .as("of all variables the history keeps what was decided")
                .containsExactlyInAnyOrder("acceptanceOutcome", "decisionOutcome");
    }

    @Test
    void theRegionIsThatOfThePortalUnlessItSaysSo() {
        assertThat(start("150100-portal", application).body().path("tenantId").asText())
                .isEqualTo("150100");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsLeftBehind() {
        List<Long> before = traces();
        application.put("commitment", false);
        application.put("contact", Map.of("name", "虚构联系人", "mobile", "12"));
        Api.Answer answer = start("150100-portal", application);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.error("commitment")).isEqualTo("REQUIRED");
        assertThat(answer.error("contact.mobile")).isEqualTo("INVALID");

        Api.Answer shapeless = start("150100-portal", List.of(1, 2));
        assertThat(shapeless.status()).isEqualTo(422);
        assertThat(shapeless.error("application")).isEqualTo("MALFORMED");
        Api.Answer empty = town.portal.post(START, Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.error("subject.name")).isEqualTo("REQUIRED");
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void nobodyStartsInARegionThatIsNotTheirs() {
        List<Long> before = traces();
        application.put("region", "150100");
        assertThat(start("999900-portal", application).status()).isIn(404, 422);
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("region", Map.of("value", "150100", "type", "String"));
        variables.put("application", json(application));
        Api.Answer asForeigner =
                town.anybody.as("999900-portal").post(START, Map.of("variables", variables));
        assertThat(asForeigner.status()).isEqualTo(404);
        assertThat(start("150100-credit-center", application).status()).isEqualTo(403);
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void anUnknownOutcomeOrAMissingCommentLeavesTheTaskOpen() {
        String no = town.applied(application);
        String task = town.task(no + "-1", "acceptance", "credit-center").path("id").asText();
        assertOpen(no, task, null, null, "acceptanceOutcome", "REQUIRED");
        assertOpen(no, task, "MAYBE", null, "acceptanceOutcome", "INVALID");
        assertOpen(no, task, "REJECT", null, "comment", "REQUIRED");
        assertOpen(no, task, "REJECT", "  ", "comment", "REQUIRED");
        assertOpen(no, task, "CORRECT", "", "comment", "REQUIRED");
        assertOpen(no, task, "ACCEPT", "长".repeat(1001), "comment", "TOO_LONG");

        town.complete("credit-center", task, "acceptanceOutcome", "ACCEPT", null).done();
        String decision = town.task(no + "-1", "decision", "credit-center").path("id").asText();
        Api.Answer answer =
                town.complete("credit-center", decision, "decisionOutcome", "REFUSE", null);
        assertThat(answer.error("comment")).isEqualTo("REQUIRED");
        assertThat(town.item(no).path("status").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void onlyMembersOfTheUnitTakeItsTasks() {
        String no = town.applied(application);
        String task = town.task(no + "-1", "acceptance", "credit-center").path("id").asText();
        assertThat(town.tasks(no + "-1", "acceptance", "market-regulation")).isEmpty();
        for (String stranger :
                List.of("150100-market-regulation", "999900-credit-center", "150100-window")) {
            Api.Answer claimed =
                    town.anybody
                            .as(stranger)
                            .post(
                                    "/engine-rest/task/" + task + "/claim",
                                    Map.of("userId", stranger));
            assertThat(claimed.status()).as(stranger).isGreaterThanOrEqualTo(400);
            Api.Answer completed =
                    town.anybody
                            .as(stranger)
                            .post("/engine-rest/task/" + task + "/complete", Map.of());
            assertThat(completed.status()).as(stranger).isGreaterThanOrEqualTo(400);
        }
        Api.Answer given =
                town.unit("credit-center")
                        .post(
                                "/engine-rest/task/" + task + "/claim",
                                Map.of("userId", "150100-market-regulation"));
        assertThat(given.status()).isEqualTo(403);
        assertThat(town.task(no + "-1", "acceptance", "credit-center").path("assignee").isNull())
                .isTrue();
    }

    @Test
    void nobodyChangesATask() {
        String no = town.applied(application);
        JsonNode task = town.task(no + "-1", "acceptance", "credit-center");
        String path = "/engine-rest/task/" + task.path("id").asText();
        Map<String, Object> changed = new LinkedHashMap<>();
        changed.put("name", task.path("name").asText());
        changed.put("priority", 50);
        changed.put("due", "2027-01-01T00:00:00.000+0800");
        changed.put("followUp", task.path("followUp").asText());
        changed.put("tenantId", "150100");
        for (String account : List.of("150100-credit-center", "150100-supervisor", "admin")) {
            Api.Answer moved = town.anybody.as(account).put(path, changed);
            assertThat(moved.status()).as(moved.body().toString()).isEqualTo(403);
        }
        assertThat(town.task(no + "-1", "acceptance", "credit-center").path("due"))
                .isEqualTo(task.path("due"));
    }

    private void assertOpen(
            String no, String task, String outcome, String comment, String field, String code) {
        Api.Answer answer =
                town.complete("credit-center", task, "acceptanceOutcome", outcome, comment);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.error(field)).isEqualTo(code);
        assertThat(answer.body().path("message").asText()).matches(".*\\p{IsHan}.*");
        assertThat(town.item(no).path("status").asText()).isEqualTo("SUBMITTED");
        assertThat(town.tasks(no + "-1", "acceptance", "credit-center")).hasSize(1);
    }

    private Api.Answer start(String account, Object body) {
        return town.anybody
                .as(account)
                .post(START, Map.of("variables", Map.of("application", json(body))));
    }

    private static Map<String, Object> json(Object body) {
        try {
            return Map.of("value", Api.JSON.writeValueAsString(body), "type", "Json");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private List<String> variablesOf(String no) {
        JsonNode variables =
                town.anybody
                        .as("admin")
                        .get("/engine-rest/history/variable-instance?deserializeValues=false")
                        .body();
        String instance =
                history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(no)
                        .singleResult()
                        .getId();
        return variables.findValuesAsText("name").isEmpty()
                ? List.of()
                : StreamSupport.stream(variables.spliterator(), false)
                        .filter(
                                variable ->
                                        variable.path("rootProcessInstanceId")
                                                .asText()
                                                .equals(instance))
                        .map(variable -> variable.path("name").asText())
                        .toList();
    }

    private List<Long> traces() {
        return List.of(
                (long) count("joint_application"),
                runtime.createProcessInstanceQuery()
                        .processDefinitionKeyIn("joint-application", "penalty-other")
                        .count(),
                history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("joint-application")
                        .count());
    }
}
