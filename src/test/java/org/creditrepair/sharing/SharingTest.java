package org.creditrepair.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricActivityInstanceQuery;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One repair, known everywhere, whatever single platforms do. */
@Tag("postgresql")
class SharingTest extends ServerStory {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

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
        retry(incident);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
        assertThat(town.deliveries("gsxt", record.get("recordNo"))).hasSize(2);
        assertThat(incidents(no)).isEmpty();
        assertThat(receipt(key)).containsPattern("HZ\\d{10}");
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
    void aRefusalIsAnIncidentAtOnceThatASupervisorCorrectsAndRetries() {
        Map<String, Object> record = collected();
        String no = decided(record, "gsxt", "REFUSING");
        String key = no + "-1-gsxt-REPAIRED";
        JsonNode incident = incident(no);
        assertThat(attempts(key)).as("no second attempt").isEqualTo(1);
        assertThat(incident.path("incidentMessage").asText())
                .contains("422")
                .contains("文书号与本平台登记不一致");

        town.behave("gsxt", "NORMAL");
        String correction = "/api/v1/regions/150100/supervision/pushes/" + key + "/correction";
        for (Map.Entry<String, String> wrong :
                Map.of(
                                "uscc", "91330000MA0XG00035",
                                "subjectName", "虚构三号贸易有限公司",
                                "category", "SERIOUS",
                                "displayUntil", "2020-01-01",
                                "decidedOn", "2020-13-45")
                        .entrySet()) {
            assertThat(
                            town.supervisor
                                    .post(
                                            correction,
                                            Map.of(
                                                    "fields",
                                                    Map.of(wrong.getKey(), wrong.getValue()),
                                                    "reason",
                                                    "改成他人"))
                                    .status())
                    .as(wrong.getKey())
                    .isEqualTo(422);
        }
        Api.Answer corrected =
                town.supervisor.post(
                        correction,
                        Map.of(
                                "fields",
                                Map.of("documentNo", "虚构罚决〔2025〕更正1号"),
                                "reason",
                                "文书号录入有误"));
        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(204);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
        assertThat(
                        jdbc.sql("select body from sandbox_delivery where idempotency_key = ?")
                                .param(key)
                                .query(String.class)
                                .single())
                .contains("更正1号");
        assertThat(
                        jdbc.sql(
                                        """
                                        select reason from escalation
                                        where reference = ? and step = 'PUSH_CORRECTED'""")
                                .param(no + "-1")
                                .query(String.class)
                                .single())
                .startsWith("国家企业信用信息公示系统")
                .contains("：文书号录入有误（决定文书号由“")
                .endsWith("”更正为“虚构罚决〔2025〕更正1号”）");
    }

    @Test
    void aReceiptThatRefusesIsAnIncidentAtOnce() {
        Map<String, Object> record = collected();
        String no = decided(record, "gsxt", "REFUSING_RECEIPTS");
        JsonNode incident = incident(no);
        assertThat(incident.path("incidentMessage").asText()).contains("文书号与本平台登记不一致");
        town.behave("gsxt", "NORMAL");
        retry(incident);
        town.closedItem(no);
        assertThat(town.deliveries("gsxt", record.get("recordNo"))).hasSize(2);
    }

    @Test
    void aReceiptThatDoesNotComeIsAskedForAndThenABreachOfTheLimit() {
        Map<String, Object> record = collected();
        String no = decided(record, "gsxt", "LOST_RECEIPTS");
        String key = no + "-1-gsxt-REPAIRED";
        await().atMost(PATIENCE).until(() -> waitsForReceipts(no));
        assertThat(status(key)).isEqualTo("SENT");
        town.moveClock(clock.now().plusMinutes(31));
        await().atMost(PATIENCE).until(() -> asked(no));
        town.moveClock(OffsetDateTime.parse("2026-03-06T00:00:01+08:00"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                jdbc.sql(
                                                                """
                                                                select count(*) from limit_breach
                                                                where reference = ?
                                                                    and unit_group = ?""")
                                                        .params(
                                                                no + "-1-REPAIRED",
                                                                "150100-development-reform")
                                                        .query(Integer.class)
                                                        .single())
                                        .isEqualTo(1));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                town.supervisor
                                                        .get(
                                                                "/engine-rest/incident?incidentType=slaBreach")
                                                        .body()
                                                        .findValuesAsText("incidentMessage"))
                                        .anyMatch(message -> message.contains("结果共享超期")));
        assertThat(found(no, "OPEN").path("sla").asText())
                .as("the open case")
                .isEqualTo("BREACHED");
        town.behave("gsxt", "NORMAL");
        town.closedItemAfterRetries(no);
        assertThat(status(key)).isEqualTo("DELIVERED");
        assertThat(town.deliveries("gsxt", record.get("recordNo"))).hasSize(2);
        assertThat(found(no, "CLOSED").path("sla").asText())
                .as("the closed case")
                .isEqualTo("BREACHED");
    }

    /** A case as a supervisor finds it. */
    private JsonNode found(String no, String scope) {
        return town.supervisor
                .get(
                        "/api/v1/regions/150100/supervision/cases?scope=%s&words=%s"
                                .formatted(scope, no))
                .body()
                .path(0);
    }

    @Test
    void aWrongReceiptIsRefusedWithItsFields() {
        Api platform = town.unit("platform-gsxt");
        String receipts = "/api/v1/regions/150100/receipts";
        Api.Answer wrong =
                platform.post(
                        receipts,
                        Map.of("platform", "gsxt", "idempotencyKey", "x", "status", "REFUSED"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.error("message")).isEqualTo("REQUIRED");
        Api.Answer unknown =
                platform.post(
                        receipts,
                        Map.of("platform", "gsxt", "idempotencyKey", "x", "status", "ACCEPTED"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(town.portal.post(receipts, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void theCatalogueSaysWhatEachPlatformIsToldAndHow() {
        JsonNode platforms =
                town.supervisor.get("/api/v1/regions/330000/platforms").status() == 404
                        ? town.anybody
                                .as("330000-supervisor")
                                .get("/api/v1/regions/330000/platforms")
                                .body()
                        : null;
        assertThat(platforms.findValuesAsText("code"))
                .containsExactly(
                        "creditchina",
                        "creditchina-local",
                        "gsxt",
                        "credit-platform",
                        "internet-supervision",
                        "government-service",
                        "gsxt-registration");
        assertThat(platforms.get(0).path("signIn").asText()).isEqualTo("OAUTH2");
        assertThat(platforms.get(2).path("signIn").asText()).isEqualTo("HMAC_SHA256");
        assertThat(platforms.get(3).path("signIn").asText()).isEqualTo("SM2");
        assertThat(platforms.get(5).path("events")).hasSize(1);
        assertThat(platforms.get(5).path("events").get(0).asText()).isEqualTo("CASE");
        assertThat(
                        town.supervisor
                                .get("/api/v1/regions/150100/platforms")
                                .body()
                                .get(1)
                                .path("limitWorkingDays")
                                .asInt())
                .isEqualTo(1);
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
                            assertThat(texts).hasSize(4);
                            assertThat(texts).anyMatch(text -> text.contains("已收到"));
                            assertThat(texts).anyMatch(text -> text.contains("已受理"));
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

    /** None as long as the sharing has not begun. */
    private JsonNode incidents(String no) {
        HistoricProcessInstance sharing =
                history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(no + "-1-REPAIRED")
                        .singleResult();
        return sharing == null
                ? MissingNode.getInstance()
                : town.supervisor
                        .get(
                                "/engine-rest/incident?incidentType=failedExternalTask&processInstanceId="
                                        + sharing.getId())
                        .body();
    }

    /** The incident of a sharing, which comes without any time passing. */
    private JsonNode incident(String no) {
        return await().atMost(PATIENCE)
                .until(() -> incidents(no), found -> found.size() == 1)
                .get(0);
    }

    private void retry(JsonNode incident) {
        String task = incident.path("configuration").asText();
        Api.Answer retried =
                town.supervisor.put(
                        "/engine-rest/external-task/" + task + "/retries", Map.of("retries", 1));
        assertThat(retried.status()).as(retried.body().toString()).isEqualTo(204);
    }

    private String status(String key) {
        return jdbc.sql("select status from push where idempotency_key = ?")
                .param(key)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private boolean waitsForReceipts(String no) {
        return sharing(no).isPresent()
                && steps(no).activityId("receiveTask_awaitReceipts").unfinished().count() == 1;
    }

    /** Whether a receipt was asked for. */
    private boolean asked(String no) {
        return steps(no).activityId("serviceTask_askReceipts").finished().count() > 0;
    }

    private HistoricActivityInstanceQuery steps(String no) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(sharing(no).orElseThrow().getId());
    }

    private Optional<HistoricProcessInstance> sharing(String no) {
        return Optional.ofNullable(
                history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(no + "-1-REPAIRED")
                        .singleResult());
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
