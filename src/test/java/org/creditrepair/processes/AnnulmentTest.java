package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.creditrepair.registry.record.Uscc;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What changes a record's display besides a repair: a decision that is no more, a wrong fact
 * mended.
 */
@Tag("database")
class AnnulmentTest extends ServerStory {

    private static final String RESULTS = "/api/v1/regions/150100/results";

    private Map<String, Object> record(LocalDate decidedOn) {
        return town.collected(Town.penalty("penalty-market", Town.uscc(), decidedOn));
    }

    private Api.Answer annuls(String unit, Map<String, Object> record, Map<String, Object> more) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("recordNo", record.get("recordNo"));
        result.put("platform", "unit");
        result.put("event", "ANNULLED");
        result.put("decidedOn", "2026-03-02");
        result.put("documentNo", "虚构行复〔2026〕1号");
        result.put("reason", "经行政复议，原处罚决定被撤销");
        result.putAll(more);
        return town.unit(unit).post(RESULTS, result);
    }

    @Test
    void aDecisionThatIsRevokedOrVoidLeavesEveryPlatformWithItsReasons() {
        Map<String, Object> record = record(LocalDate.of(2025, 6, 10));
        town.await(true, PLATFORMS, record.get("recordNo"));
        String no = town.applied(town.application(List.of(record)));
        assertThat(annuls("tax", record, Map.of()).status()).as("another unit").isEqualTo(403);
        assertThat(annuls("market-regulation", record, Map.of("reason", "")).error("reason"))
                .isEqualTo("REQUIRED");
        assertThat(
                        annuls("market-regulation", record, Map.of("platform", "gsxt"))
                                .error("platform"))
                .isEqualTo("INVALID");
        assertThat(
                        annuls("market-regulation", record, Map.of("decidedOn", "2025-06-09"))
                                .error("decidedOn"))
                .as("before the decision was made")
                .isEqualTo("INVALID");
        assertThat(annuls("market-regulation", record, Map.of("event", "CORRECTED")).error("event"))
                .isEqualTo("INVALID");
        assertThat(annuls("market-regulation", record, Map.of()).status()).isEqualTo(202);
        town.await(false, PLATFORMS, record.get("recordNo"));
        assertThat(
                        jdbc.sql(
                                        """
                                        select body from sandbox_delivery
                                        where platform = 'gsxt' and event = 'ANNULLED'
                                            and record_no = ?""")
                                .param(record.get("recordNo"))
                                .query(String.class)
                                .single())
                .contains("经行政复议，原处罚决定被撤销");
        assertThat(town.rejectedByRules("market-regulation", no).path("resultReason").asText())
                .as("nothing is left to repair")
                .contains("已被撤销或确认无效");
    }

    @Test
    void aPlatformThatDoesNotFollowWithinThreeWorkingDaysIsABreach() {
        town.behave("gsxt", "DOWN");
        Map<String, Object> record = record(LocalDate.of(2025, 6, 10));
        annuls("market-regulation", record, Map.of()).done();
        town.await(false, List.of("creditchina-local"), record.get("recordNo"));
        String sharing =
                jdbc.sql(
                                """
                                select sharing_no from push
                                where record_no = ? and event = 'ANNULLED' and platform = 'gsxt'""")
                        .param(record.get("recordNo"))
                        .query(String.class)
                        .single();
        await().until(() -> waits(sharing));
        town.moveClock(OffsetDateTime.parse("2026-03-05T23:59:00+08:00"));
        assertThat(breaches(sharing)).isZero();
        town.moveClock(OffsetDateTime.parse("2026-03-06T00:00:01+08:00"));
        await().until(() -> breaches(sharing) == 1);
        town.behave("gsxt", "NORMAL");
    }

    /** Whether a sharing waits for a platform that has not followed. */
    private boolean waits(String sharing) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(sharing)
                        .activityId("serviceTask_push")
                        .count()
                > 0;
    }

    private long breaches(String sharing) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(sharing)
                .incidentType("slaBreach")
                .count();
    }

    @Test
    void whatTheRulesRefusedForAWrongFactIsAcceptedOnceTheFactIsMended() {
        Map<String, Object> record = record(LocalDate.of(2026, 2, 10));
        String no = town.applied(town.application(List.of(record)));
        Api.Answer accepted =
                town.tries("market-regulation", no + "-1", "acceptance", "ACCEPT", null);
        assertThat(accepted.error("acceptanceOutcome")).isEqualTo("NOT_ELIGIBLE");
        assertThat(town.item(no).path("resultReason").isNull())
                .as("nobody is told before a person has seen it")
                .isTrue();
        record.put("decidedOn", "2025-02-10");
        Api.Answer corrected =
                town.unit("market-regulation")
                        .post("/api/v1/regions/150100/records", List.of(record));
        assertThat(corrected.body().path("accepted").asInt()).isEqualTo(1);
        long doubtful =
                jdbc.sql("select max(id) from external_result where record_no = ?")
                        .param(record.get("recordNo"))
                        .query(Long.class)
                        .optional()
                        .orElse(0L);
        if (doubtful > 0) {
            town.decides("market-regulation", "arbitration", "result-" + doubtful, "APPLY", null);
        }
        await().until(
                        () ->
                                town.tries(
                                                        "market-regulation",
                                                        no + "-1",
                                                        "acceptance",
                                                        "ACCEPT",
                                                        null)
                                                .status()
                                        == 204);
        town.completes("market-regulation", no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
    }

    @Test
    void theProvinceOfRegistrationIsToldOfARepairElsewhere() {
        String first17 = "91330100MA" + Town.uscc().substring(10, 17);
        String code = first17 + Uscc.checkCharacter(first17);
        Map<String, Object> record =
                town.collected(Town.penalty("penalty-market", code, LocalDate.of(2025, 6, 10)));
        Map<String, Object> own = record(LocalDate.of(2025, 6, 10));
        for (Map<String, Object> one : List.of(record, own)) {
            String no = town.applied(town.application(List.of(one)));
            town.completes("market-regulation", no + "-1", "acceptance", "ACCEPT", null);
            town.completes("market-regulation", no + "-1", "decision", "REPAIR", null);
            town.closedItem(no);
        }
        assertThat(
                        jdbc.sql(
                                        """
                                        select body from sandbox_delivery
                                        where platform = 'gsxt-registration'""")
                                .query(String.class)
                                .list())
                .filteredOn(body -> body.contains(record.get("recordNo").toString()))
                .singleElement()
                .asString()
                .contains("\"registeredIn\":\"330100\"", "\"endsSpotCheck\":true");
        assertThat(town.deliveries("gsxt-registration", own.get("recordNo"))).isEmpty();
    }

    @Test
    void whoReviewsRepairsDoesNotAnnulWhatAnotherDecided() {
        Map<String, Object> record =
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10));
        record.put("authority", "呼和浩特市生态环境局");
        town.collected(record);
        assertThat(annuls("credit-center", record, Map.of()).error("recordNo"))
                .isEqualTo("FORBIDDEN");
        assertThat(town.shown(record).isMissingNode()).isFalse();
        Map<String, Object> nowhere = new LinkedHashMap<>();
        nowhere.put("platform", null);
        assertThat(annuls("ecology-environment", record, nowhere).error("platform"))
                .isEqualTo("REQUIRED");
        assertThat(annuls("ecology-environment", record, Map.of()).status()).isEqualTo(202);
        await().until(() -> town.shown(record).isMissingNode());
    }
}
