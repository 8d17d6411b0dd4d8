package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.creditrepair.Api;
import org.creditrepair.Papers;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 异议、开具履行证明: what the subject of a record asks of its unit. */
@Tag("database")
class RecordRequestTest extends ServerStory {

    private static final String RECORDS = "/api/v1/regions/150100/records/";
    private static final String REQUESTS = "/api/v1/regions/150100/record-requests/";

    private Map<String, Object> record() {
        Map<String, Object> record =
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10));
        record.put("authority", "呼和浩特市生态环境局");
        return town.collected(record);
    }

    private static Object uscc(Map<String, Object> record) {
        return ((Map<?, ?>) record.get("subject")).get("uscc");
    }

    private Api.Answer objects(Map<String, Object> record, Object uscc, String about) {
        return town.portal.post(
                RECORDS + record.get("recordNo") + "/objections",
                Map.of("uscc", uscc, "about", about, "reason", "罚款金额有误", "mobile", "13800000000"));
    }

    private List<String> told(Map<String, Object> record) {
        return jdbc.sql("select kind from notice where record_no = ? order by id")
                .param(record.get("recordNo"))
                .query(String.class)
                .list();
    }

    @Test
    void anObjectionIsUpheldOnlyOnceTheRecordIsPutRight() {
        Map<String, Object> record = record();
        assertThat(objects(record, Town.uscc(), "CONTENT").status())
                .as("another's record")
                .isEqualTo(404);
        assertThat(objects(record, uscc(record), "MONEY").error("about")).isEqualTo("INVALID");
        Api.Answer asked = objects(record, uscc(record), "CONTENT");
        assertThat(asked.status()).isEqualTo(202);
        assertThat(objects(record, uscc(record), "PERIOD").error("recordNo"))
                .isEqualTo("OPEN_REQUEST");
        long id = asked.body().path("id").asLong();
        assertThat(
                        town.triesToDecide(
                                        "credit-center",
                                        "objection",
                                        "review-" + id,
                                        "UPHOLD",
                                        null)
                                .error("comment"))
                .isEqualTo("REQUIRED");
        assertThat(
                        town.triesToDecide(
                                        "credit-center",
                                        "objection",
                                        "review-" + id,
                                        "UPHOLD",
                                        "金额有误")
                                .error("objectionOutcome"))
                .isEqualTo("NOT_CORRECTED");
        record.put("obligations", "缴纳罚款一万元");
        town.collected(record);
        town.decides("credit-center", "objection", "review-" + id, "UPHOLD", "已更正罚款金额");
        await().untilAsserted(
                        () ->
                                assertThat(told(record))
                                        .containsExactly(
                                                "OBJECTION_CONTENT", "OBJECTION_CONTENT_UPHOLD"));
        town.await(true, PLATFORMS, record.get("recordNo"));
        assertThat(town.deliveries("gsxt", record.get("recordNo")).findValuesAsText("event"))
                .endsWith("RESTORED");
        JsonNode view = town.portal.get(REQUESTS + id).body();
        assertThat(view.path("outcome").asText()).isEqualTo("UPHOLD");
        assertThat(view.path("remark").asText()).isEqualTo("已更正罚款金额");
        assertThat(town.unit("tax").get(REQUESTS + id).status()).isEqualTo(403);
    }

    @Test
    void anObjectionThatIsNotRightIsAnsweredWithReasonsAndRemedy() {
        Map<String, Object> record = record();
        long id = objects(record, uscc(record), "RESULT").body().path("id").asLong();
        assertThat(
                        town.triesToDecide(
                                        "credit-center",
                                        "objection",
                                        "review-" + id,
                                        "OVERRULE",
                                        null)
                                .error("comment"))
                .isEqualTo("REQUIRED");
        town.decides("credit-center", "objection", "review-" + id, "OVERRULE", "经核对无误");
        await().untilAsserted(() -> assertThat(told(record)).endsWith("OBJECTION_RESULT_OVERRULE"));
        assertThat(
                        jdbc.sql("select body from notice where record_no = ? order by id desc")
                                .param(record.get("recordNo"))
                                .query(String.class)
                                .list()
                                .get(0))
                .contains("经核对无误", "行政复议");
    }

    @Test
    void theUnitThatPunishedIssuesAProofThatServesAsAPaperOfTheApplication() throws Exception {
        Map<String, Object> record = record();
        Api.Answer asked =
                town.portal.post(
                        RECORDS + record.get("recordNo") + "/proof-requests",
                        Map.of("uscc", uscc(record), "reason", "罚款已于上月缴清"));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(202);
        long id = asked.body().path("id").asLong();
        assertThat(town.tasks("review-" + id, "issuance", "credit-center")).isEmpty();
        town.decides("ecology-environment", "issuance", "review-" + id, "ISSUE", "罚款于2026年2月缴清");
        String proof =
                await().until(
                                () ->
                                        town.portal
                                                .get(REQUESTS + id)
                                                .body()
                                                .path("materialId")
                                                .asText(null),
                                Objects::nonNull);
        Api.Answer paper = town.portal.get("/api/v1/materials/" + proof);
        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
        Papers.requireSealed(paper.bytes(), "fulfilment-proof");
        assertThat(town.unit("tax").get("/api/v1/materials/" + proof).status()).isEqualTo(404);
        String no =
                town.applied(
                        town.application(
                                record,
                                Map.of(
                                        "materials",
                                        List.of(
                                                Map.of(
                                                        "code",
                                                        "fulfilment-proof",
                                                        "materialId",
                                                        proof)))));
        town.task(no + "-1", "acceptance", "credit-center");
    }

    @Test
    void aProofThatIsDeclinedIsToldWithReasons() {
        Map<String, Object> record = record();
        long id =
                town.portal
                        .post(
                                RECORDS + record.get("recordNo") + "/proof-requests",
                                Map.of(
                                        "uscc",
                                        uscc(record),
                                        "reason",
                                        "已缴清",
                                        "mobile",
                                        "13800000000"))
                        .body()
                        .path("id")
                        .asLong();
        town.decides("ecology-environment", "issuance", "review-" + id, "DECLINE", "尚欠滞纳金");
        await().untilAsserted(() -> assertThat(told(record)).contains("PROOF", "PROOF_DECLINE"));
    }

    @Test
    void whatIsNotAnsweredInTimeIsABreach() {
        Map<String, Object> record = record();
        String objection =
                "review-" + objects(record, uscc(record), "CONTENT").body().path("id").asText();
        Map<String, Object> another = record();
        String proof =
                "review-"
                        + town.portal
                                .post(
                                        RECORDS + another.get("recordNo") + "/proof-requests",
                                        Map.of("uscc", uscc(another), "reason", "罚款已缴清"))
                                .body()
                                .path("id")
                                .asText();
        town.matter("objection", "credit-center", objection);
        town.matter("issuance", "ecology-environment", proof);
        town.moveClock(MONDAY.plusDays(60));
        await().untilAsserted(
                        () ->
                                assertThat(
                                                town.supervisor
                                                        .get(
                                                                "/api/v1/regions/150100/supervision/breaches")
                                                        .body()
                                                        .findValuesAsText("reference"))
                                        .contains(objection, proof));
    }

    @Test
    void ofManyWhoObjectAtOnceOneIsTakenIn() {
        Map<String, Object> record = record();
        List<Integer> answers =
                IntStream.range(0, 8)
                        .mapToObj(
                                one ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        objects(record, uscc(record), "CONTENT")
                                                                .status()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();
        assertThat(answers).containsExactly(202, 409, 409, 409, 409, 409, 409, 409);
    }
}
