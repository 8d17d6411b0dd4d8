package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 失信被执行人名单: on one of five grounds, or of the court's own motion (乌海方案附表, 法释〔2017〕7号); deleted,
 * shielded or shortened are different results.
 */
@Tag("postgresql")
class SeriousJudgmentDefaulterTest extends VerifiedListStories {

    SeriousJudgmentDefaulterTest() {
        super(
                "serious-judgment-defaulter",
                "court",
                LocalDate.of(2026, 3, 16),
                LocalDate.of(2026, 3, 16),
                null,
                null);
    }

    /** A listing that was deleted already. */
    @Override
    Map<String, Object> early() {
        Map<String, Object> record = record();
        String no = ofOwnMotion(record, Map.of("measure", "DELETE"));
        town.completes(unit, no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        return record;
    }

    @Override
    String whyNot() {
        return "无须申请";
    }

    private String ofOwnMotion(Map<String, Object> record, Map<String, Object> more) {
        Api.Answer answer = moved(record, more);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("applicationNo").asText();
    }

    private Api.Answer moved(Map<String, Object> record, Map<String, Object> more) {
        Map<String, Object> application = town.application(record, more);
        application.put("channel", "AUTHORITY");
        item(application).put("ground", "OWN_MOTION");
        item(application).remove("materials");
        return town.unit(unit)
                .post("/api/v1/regions/" + town.region + "/applications", application);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FULFILLED", "VOLUNTARY", "GUARANTEE", "SETTLEMENT_PERFORMED", "EXECUTED"})
    void onEachGroundOfFulfilmentTheListingIsDeleted(String ground) {
        Map<String, Object> record = record();
        String no = town.applied(town.application(record, Map.of("ground", ground)));
        accept(no + "-1");
        town.completes(unit, no + "-1", "decision", "REPAIR", null);
        JsonNode item = town.closedItem(no);
        assertThat(item.path("ground").asText()).isEqualTo(ground);
        assertThat(town.deliveries("gsxt", record.get("recordNo")).get(1).path("event").asText())
                .isEqualTo("REMOVED");
    }

    @Test
    void aSufficientGuaranteeShieldsUntilADayAndIsReassessed() {
        Map<String, Object> record = record();
        String no =
                town.applied(
                        town.application(
                                record,
                                Map.of("ground", "GUARANTEE", "shieldUntil", "2026-06-01")));
        accept(no + "-1");
        town.completes(unit, no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
        assertThat(town.deliveries("gsxt", record.get("recordNo")).get(1).path("event").asText())
                .isEqualTo("SHIELDED");
        assertThat(town.shown(record).isMissingNode()).isTrue();

        town.moveClock(at(LocalDate.of(2026, 6, 1), "00:00:01"));
        town.decides(unit, "reassessment", "review-" + reviewOf(record), "CONTINUE", "担保已失效");
        town.await(true, PLATFORMS, record.get("recordNo"));
        assertThat(town.shown(record).path("eligible").asBoolean()).isTrue();
    }

    @Test
    void theCourtShieldsOfItsOwnMotionAndEndsItAfterwards() {
        Map<String, Object> record = record();
        String no = ofOwnMotion(record, Map.of("measure", "SHIELD", "shieldUntil", "2026-06-01"));
        town.completes(unit, no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        town.moveClock(at(LocalDate.of(2026, 6, 1), "00:00:01"));
        town.decides(unit, "reassessment", "review-" + reviewOf(record), "END", null);
        await().untilAsserted(
                        () ->
                                assertThat(town.deliveries("gsxt", record.get("recordNo")))
                                        .extracting(push -> push.path("event").asText())
                                        .containsExactly("LISTED", "SHIELDED", "REMOVED"));
    }

    @Test
    void theCourtShortensTheTermOfItsOwnMotion() {
        Map<String, Object> record = record();
        String no = ofOwnMotion(record, Map.of("measure", "SHORTEN", "shortenTo", "2026-05-01"));
        town.completes(unit, no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
        assertThat(town.shown(record).path("displayUntil").asText()).isEqualTo("2026-05-01");
        assertThat(town.displayed("gsxt", record.get("recordNo"))).isTrue();
    }

    @Test
    void onlyTheCourtActsOfItsOwnMotionAndSaysHow() {
        Map<String, Object> record = record();
        assertThat(moved(record, Map.of()).error("items[0].measure")).isEqualTo("REQUIRED");
        Map<String, Object> application =
                town.application(record, Map.of("ground", "OWN_MOTION", "measure", "DELETE"));
        String applications = "/api/v1/regions/" + town.region + "/applications";
        assertThat(town.portal.post(applications, application).error("items[0].ground"))
                .isEqualTo("INVALID");
        application.put("channel", "AUTHORITY");
        assertThat(town.portal.post(applications, application).status()).isEqualTo(403);
    }

    @Test
    void aRefusalNamesTheCourtsOwnRemedy() {
        Map<String, Object> record = record();
        String no = town.applied(application(record));
        accept(no + "-1");
        town.completes(unit, no + "-1", "decision", "REFUSE", "尚未履行");
        town.closedItem(no);
        String notice =
                jdbc.sql("select body from notice where application_no = ? and kind = 'REFUSED'")
                        .param(no)
                        .query(String.class)
                        .single();
        assertThat(notice).contains("人民法院申请纠正").doesNotContain("行政复议");
    }

    private long reviewOf(Map<String, Object> record) {
        return jdbc.sql("select id from display_review where record_no = ?")
                .param(record.get("recordNo"))
                .query(Long.class)
                .single();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> item(Map<String, Object> application) {
        return ((List<Map<String, Object>>) application.get("items")).get(0);
    }
}
