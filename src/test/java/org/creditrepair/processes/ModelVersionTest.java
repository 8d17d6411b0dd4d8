package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.repository.Deployment;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A changed path: running cases stay on their version until a supervisor migrates them. */
@Tag("postgresql")
class ModelVersionTest extends ServerStory {

    private static final String PATH = "penalty-market";
    private Deployment changed;
    private String before;

    @BeforeEach
    void remember() {
        before = latest();
    }

    @AfterEach
    void takeBack() {
        if (changed != null) {
            repository.deleteDeployment(changed.getId(), true);
        }
        assertThat(latest()).isEqualTo(before);
    }

    private String latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PATH)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private void deployChanged() throws Exception {
        String model = Files.readString(Path.of("processes/paths", PATH + ".bpmn"));
        String renamed = model.replace("name=\"审核决定\"", "name=\"审核并决定\"");
        assertThat(renamed).isNotEqualTo(model);
        changed =
                repository
                        .createDeployment()
                        .name("changed path")
                        .addString(PATH + ".bpmn", renamed)
                        .addString(
                                "acceptance.form",
                                Files.readString(Path.of("forms/acceptance.form")))
                        .addString(
                                "decision.form", Files.readString(Path.of("forms/decision.form")))
                        .deploy();
    }

    private String applied() {
        Map<String, Object> record =
                town.collected(Town.penalty(PATH, Town.uscc(), LocalDate.of(2025, 6, 10)));
        String no = town.applied(town.application(List.of(record)));
        town.task(no + "-1", "acceptance", "market-regulation");
        return no;
    }

    private JsonNode instance(String no) {
        return town.supervisor
                .get("/engine-rest/process-instance?businessKey=" + no + "-1")
                .body()
                .get(0);
    }

    @Test
    void aSupervisorMigratesARunningCaseWithItsLimits() throws Exception {
        String running = applied();
        deployChanged();
        String fresh = applied();
        assertThat(instance(running).path("definitionId").asText()).isEqualTo(before);
        assertThat(instance(fresh).path("definitionId").asText()).isEqualTo(latest());
        JsonNode itemBefore = town.item(running);

        Api.Answer migrated = migrate(town.supervisor, running);
        assertThat(migrated.status()).as(migrated.body().toString()).isEqualTo(204);
        assertThat(instance(running).path("definitionId").asText()).isEqualTo(latest());
        assertThat(town.item(running)).as("states and limits").isEqualTo(itemBefore);

        town.completes("market-regulation", running + "-1", "acceptance", "ACCEPT", null);
        assertThat(town.task(running + "-1", "decision", "market-regulation").path("name").asText())
                .isEqualTo("审核并决定");
        town.completes("market-regulation", running + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(running).path("sla").asText()).isEqualTo("MET");
        town.completes("market-regulation", fresh + "-1", "acceptance", "REJECT", "不符合申请条件");
        town.closedItem(fresh);
    }

    @Test
    void nobodyElseMayMigrate() throws Exception {
        String running = applied();
        deployChanged();
        assertThat(migrate(town.unit("market-regulation"), running).status()).isEqualTo(403);
        assertThat(migrate(town.anybody.as("620000-supervisor"), running).status()).isEqualTo(404);
        assertThat(instance(running).path("definitionId").asText()).isEqualTo(before);
    }

    private static Api.Answer migrate(Api who, String no) {
        return who.post(
                "/api/v1/regions/150100/supervision/cases/" + no + "-1/migration",
                Map.of("reason", "流程已按新规定调整"));
    }
}
