package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 结果互认: what was decided elsewhere is applied once, shared on, or put before a person. */
@Tag("postgresql")
class ExternalResultTest extends ServerStory {

    private static final String RESULTS = "/api/v1/regions/150100/results";
    private static final List<String> OTHERS =
            List.of("creditchina", "creditchina-local", "credit-platform");

    private Map<String, Object> displayed() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2025, 6, 10)));
        town.await(true, PLATFORMS, record.get("recordNo"));
        return record;
    }

    private Api.Answer delivered(Map<String, Object> record, String event, String decidedOn) {
        return town.unit("market-regulation")
                .post(
                        RESULTS,
                        Map.of(
                                "recordNo",
                                record.get("recordNo"),
                                "platform",
                                "gsxt",
                                "event",
                                event,
                                "decidedOn",
                                decidedOn,
                                "documentNo",
                                "虚构修复〔2026〕1号"));
    }

    private String key(Map<String, Object> record) {
        return "result-"
                + jdbc.sql("select max(id) from external_result where record_no = ?")
                        .param(record.get("recordNo"))
                        .query(Long.class)
                        .single();
    }

    private boolean ended(String key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count() == 0;
    }

    @Test
    void aRepairAtOnePlatformIsSharedOnToTheOthersOnce() {
        Map<String, Object> record = displayed();
        assertThat(delivered(record, "REPAIRED", "2026-03-01").status()).isEqualTo(202);
        town.await(false, OTHERS, record.get("recordNo"));
        assertThat(delivered(record, "REPAIRED", "2026-03-01").status()).isEqualTo(202);
        assertThat(count("external_result where record_no = '" + record.get("recordNo") + "'"))
                .isEqualTo(1);
        for (String platform : OTHERS) {
            assertThat(town.deliveries(platform, record.get("recordNo"))).hasSize(2);
        }
        assertThat(town.deliveries("gsxt", record.get("recordNo"))).as("it knows").hasSize(1);
        assertThat(town.shown(record).isMissingNode()).isTrue();
    }

    @Test
    void whatTheRegisterSaysAlreadyNeedsNothing() {
        Map<String, Object> record = displayed();
        delivered(record, "LISTED", "2026-03-01");
        await().until(() -> ended(key(record)));
        assertThat(town.deliveries("creditchina", record.get("recordNo"))).hasSize(1);
    }

    @Test
    void aMessageOutOfOrderIsPutBeforeAPersonWhoMayDismissIt() {
        Map<String, Object> record = displayed();
        delivered(record, "REMOVED", "2025-01-10");
        String key = key(record);
        String id = town.matter("arbitration", "market-regulation", key).path("id").asText();
        assertThat(
                        town.unit("market-regulation")
                                .get("/engine-rest/task/" + id + "/form-variables")
                                .body()
                                .path("caseSheet")
                                .path("value")
                                .asText())
                .contains("迟到的消息");
        assertThat(
                        town.triesToDecide("market-regulation", "arbitration", key, "DISMISS", null)
                                .error("comment"))
                .isEqualTo("REQUIRED");
        town.decides("market-regulation", "arbitration", key, "DISMISS", "是上一次列入的移出");
        await().until(() -> ended(key));
        assertThat(town.displayed("creditchina", record.get("recordNo"))).isTrue();
    }

    @Test
    void aRestorationThatContradictsTheRegisterIsAppliedByAPersonOnly() {
        Map<String, Object> record = displayed();
        delivered(record, "REPAIRED", "2026-03-01");
        town.await(false, OTHERS, record.get("recordNo"));
        await().until(() -> ended(key(record)));
        delivered(record, "LISTED", "2026-03-02");
        String key = key(record);
        town.decides("market-regulation", "arbitration", key, "APPLY", null);
        town.await(true, OTHERS, record.get("recordNo"));
    }

    @Test
    void aRecordWithAnOpenApplicationIsForAPersonWhoIsWarnedWhenLate() {
        Map<String, Object> record = displayed();
        town.applied(town.application(List.of(record)));
        delivered(record, "REPAIRED", "2026-03-01");
        String key = key(record);
        town.matter("arbitration", "market-regulation", key);
        town.moveClock(OffsetDateTime.parse("2026-03-17T00:00:01+08:00"));
        await().untilAsserted(
                        () ->
                                assertThat(
                                                town.supervisor
                                                        .get(
                                                                "/api/v1/regions/150100/supervision/breaches")
                                                        .body()
                                                        .findValuesAsText("reference"))
                                        .contains(key));
    }

    @Test
    void aBatchIsAnsweredRowByRow() {
        Map<String, Object> record = displayed();
        Map<String, String> removal =
                Map.of(
                        "recordNo",
                        record.get("recordNo").toString(),
                        "platform",
                        "unit",
                        "event",
                        "REMOVED",
                        "decidedOn",
                        "2026-03-01",
                        "documentNo",
                        "虚构移出〔2026〕3号");
        Api.Answer answer =
                town.unit("market-regulation")
                        .post(
                                RESULTS + "/batch",
                                List.of(Map.of("recordNo", "nobody"), removal, removal));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("rows").findValuesAsText("status"))
                .containsExactly("REJECTED", "ACCEPTED", "DUPLICATE");
        town.await(false, PLATFORMS, record.get("recordNo"));
        assertThat(town.portal.post(RESULTS, removal).status())
                .as("only a unit decides itself")
                .isEqualTo(403);
        assertThat(
                        town.unit("market-regulation")
                                .post(RESULTS + "/batch", List.of())
                                .error("results"))
                .isEqualTo("SIZE");
    }

    @Test
    void aWrongResultIsRefusedWithItsFields() {
        Api.Answer answer =
                town.unit("market-regulation")
                        .post(
                                RESULTS,
                                Map.of("recordNo", "nobody", "platform", "fax", "event", "GONE"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error("platform")).isEqualTo("UNKNOWN_PLATFORM");
        assertThat(answer.error("event")).isEqualTo("INVALID");
        assertThat(answer.error("decidedOn")).isEqualTo("REQUIRED");
        assertThat(answer.error("documentNo")).isEqualTo("REQUIRED");
        assertThat(town.anybody.as("360000-tax").post(RESULTS, Map.of()).status()).isEqualTo(404);
    }
}
