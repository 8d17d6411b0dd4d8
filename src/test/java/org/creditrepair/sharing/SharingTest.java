package org.creditrepair.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;

/** One repair, known everywhere, whatever single platforms do. */
class SharingTest extends ServerStory {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aPlatformThatKeepsFailingBecomesAnIncidentThatASupervisorRetries() {
        Map<String, Object> record = collected();
        String no = decided(record, "gsxt", "FAILING");
        String key = no + "-1-gsxt-REPAIRED";
        JsonNode incident =
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(
                                () -> {
                                    town.moveClock(clock.now().plusHours(2));
                                    return incidents(no);
                                },
                                found -> found.size() == 1)
                        .get(0);
        assertThat(attempts(key)).as("the first and one after each pause").isEqualTo(4);
        assertThat(incident.path("incidentMessage").asText()).contains("500").contains("系统繁忙");
        assertThat(town.item(no).path("status").asText()).isEqualTo("SHARING");
        assertThat(town.displayed("creditchina-local", record.get("recordNo"))).isFalse();
        assertThat(town.displayed("gsxt", record.get("recordNo"))).isTrue();

        town.behave("gsxt", "NORMAL");
        String task = incident.path("configuration").asText();
        Api.Answer retried =
                town.supervisor.put(
                        "/engine-rest/external-task/" + task + "/retries", Map.of("retries", 1));
        assertThat(retried.status()).as(retried.body().toString()).isEqualTo(204);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
        assertThat(town.deliveries("gsxt", record.get("recordNo"))).hasSize(2);
        assertThat(incidents(no)).isEmpty();
        assertThat(receipt(key)).contains("gsxt:" + key);
    }

    @Test
    void aPlatformThatHangsSlowsNoOtherCaseAndNoReviewer() {
        Map<String, Object> stuck = collected();
        Map<String, Object> free = collected();
        String stuckNo = decided(stuck, "credit-platform", "DOWN");
        String freeNo = town.applied(town.application(List.of(free)));
        town.completes("credit-center", freeNo + "-1", "acceptance", "ACCEPT", null);
        town.completes("credit-center", freeNo + "-1", "decision", "REPAIR", null);
        for (Map<String, Object> record : List.of(stuck, free)) {
            for (String platform : List.of("creditchina", "creditchina-local", "gsxt")) {
                await().atMost(PATIENCE)
                        .until(() -> !town.displayed(platform, record.get("recordNo")));
            }
        }
        assertThat(town.item(stuckNo).path("status").asText()).isEqualTo("SHARING");
        town.behave("credit-platform", "NORMAL");
        assertThat(town.closedItemAfterRetries(stuckNo).path("result").asText())
                .isEqualTo("REPAIRED");
        assertThat(town.closedItem(freeNo).path("result").asText()).isEqualTo("REPAIRED");
    }

    @Test
    void aSlowPlatformIsToldOnceThoughItAnsweredTooLate() {
        Map<String, Object> record = collected();
        String no = decided(record, "creditchina", "SLOW");
        await().atMost(PATIENCE).until(() -> attempts(no + "-1-creditchina-REPAIRED") >= 1);
        await().atMost(PATIENCE)
                .until(() -> !town.displayed("creditchina", record.get("recordNo")));
        town.behave("creditchina", "NORMAL");
        assertThat(town.closedItemAfterRetries(no).path("result").asText()).isEqualTo("REPAIRED");
        assertThat(town.deliveries("creditchina", record.get("recordNo")))
                .as("counted by its key")
                .hasSize(2);
    }

    @Test
    void theApplicantIsToldByShortMessage() {
        Map<String, Object> record = collected();
        String no = decided(record, "gsxt", "NORMAL");
        town.closedItem(no);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            List<String> texts =
                                    jdbc.sql(
                                                    """
                                                    select payload from push
                                                    where platform = 'sms' and status = 'DELIVERED'
                                                        and sharing_no like ?""")
                                            .param(no + "%")
                                            .query(String.class)
                                            .list();
                            assertThat(texts).hasSize(2);
                            assertThat(texts).anyMatch(text -> text.contains("准予"));
                            assertThat(texts).allMatch(text -> text.contains("13800000000"));
                        });
    }

    private Map<String, Object> collected() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        PLATFORMS.forEach(
                platform ->
                        await().atMost(PATIENCE)
                                .until(() -> town.displayed(platform, record.get("recordNo"))));
        return record;
    }

    /** A case that was decided while a platform behaved in some way. */
    private String decided(Map<String, Object> record, String platform, String mode) {
        String no = town.applied(town.application(List.of(record)));
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        town.behave(platform, mode);
        town.completes("credit-center", no + "-1", "decision", "REPAIR", null);
        return no;
    }

    private JsonNode incidents(String no) {
        String sharing =
                history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(no + "-1-REPAIRED")
                        .singleResult()
                        .getId();
        return town.supervisor
                .get(
                        "/engine-rest/incident?incidentType=failedExternalTask&processInstanceId="
                                + sharing)
                .body();
    }

    private int attempts(String key) {
        return jdbc.sql("select coalesce(max(attempts), 0) from push where idempotency_key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }

    private String receipt(String key) {
        return jdbc.sql("select receipt from push where idempotency_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }
}
