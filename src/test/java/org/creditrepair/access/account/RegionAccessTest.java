package org.creditrepair.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;

/** Who may do what, and that regions do not see each other. */
class RegionAccessTest extends ServerStory {

    @Test
    void withoutALoginThereIsNothingButWhatIsPublic() {
        for (String path :
                List.of(
                        "/api/v1/applications/1",
                        "/api/v1/materials/1",
                        "/api/v1/regions/150100/supervision/breaches",
                        "/engine-rest/task",
                        "/engine-rest/process-definition",
                        "/cases/1-1",
                        "/materials/1")) {
            Api.Answer answer = town.anybody.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
        }
        Api.Answer nobody = town.anybody.get("/engine-rest/task");
        assertThat(nobody.contentType()).startsWith("application/problem+json");
        assertThat(nobody.body().path("title").asText()).contains("登录");
        for (String path :
                List.of(
                        "/api/v1/regions",
                        "/api/v1/regions/150100/items",
                        "/api/v1/calendar/days?year=2026",
                        "/openapi")) {
            assertThat(town.anybody.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void aWrongPasswordIsRefusedEvenForWhatIsPublic() {
        Api.Answer answer = town.anybody.as("nobody-of-this-name").get("/api/v1/regions");
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void eachRoleDoesItsOwn() {
        Map<String, Object> record =
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10));
        String records = "/api/v1/regions/150100/records";
        for (String stranger : List.of("150100-portal", "150100-window", "150100-supervisor")) {
            assertThat(town.anybody.as(stranger).post(records, List.of(record)).status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(town.anybody.as("999900-credit-center").post(records, List.of(record)).status())
                .isEqualTo(404);
        Map<String, Object> application = town.application(List.of(town.collected(record)));
        String applications = "/api/v1/regions/150100/applications";
        for (String stranger : List.of("150100-credit-center", "150100-supervisor")) {
            assertThat(town.anybody.as(stranger).post(applications, application).status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(town.anybody.as("999900-portal").post(applications, application).status())
                .isEqualTo(404);
        String breaches = "/api/v1/regions/150100/supervision/breaches";
        assertThat(town.supervisor.get(breaches).status()).isEqualTo(200);
        for (String stranger : List.of("150100-portal", "150100-credit-center")) {
            assertThat(town.anybody.as(stranger).get(breaches).status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(town.anybody.as("999900-supervisor").get(breaches).status()).isEqualTo(404);
    }

    @Test
    void aRegionNeverSeesTheCasesOfAnother() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        String no = town.applied(town.application(List.of(record)));
        town.task(no + "-1", "acceptance", "credit-center");
        for (String stranger :
                List.of("999900-credit-center", "999900-supervisor", "999900-portal")) {
            Api other = town.anybody.as(stranger);
            assertThat(
                            other.get("/engine-rest/task?processInstanceBusinessKey=" + no + "-1")
                                    .body())
                    .as(stranger)
                    .isEmpty();
            assertThat(other.get("/api/v1/applications/" + no).status())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(
                            other.post("/api/v1/applications/" + no + "/items/1/withdrawal", "")
                                    .status())
                    .as(stranger)
                    .isEqualTo(404);
        }
        Api supervisor = town.anybody.as("999900-supervisor");
        assertThat(supervisor.get("/engine-rest/process-instance?businessKey=" + no).body())
                .isEmpty();
        assertThat(
                        supervisor
                                .get(
                                        "/engine-rest/history/process-instance?processInstanceBusinessKey="
                                                + no)
                                .body())
                .isEmpty();
        assertThat(town.supervisor.get("/engine-rest/process-instance?businessKey=" + no).body())
                .hasSize(1);
    }
}
