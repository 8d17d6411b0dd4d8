package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 公示复核: after a shield, and at the longest term with the obligations not met. */
@Tag("postgresql")
class DisplayReassessmentTest extends ServerStory {

    @Test
    void aBankruptcyRulingShieldsBeforeTheShortestTermAndIsReassessed() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2026, 1, 10)));
        List<Map<String, String>> ruling =
                List.of(Map.of("code", "court-ruling", "materialId", town.material()));
        Map<String, Object> ground =
                Map.of(
                        "ground", "BANKRUPTCY_RULING",
                        "shieldUntil", "2026-09-30",
                        "materials", ruling);
        String no = town.applied(town.application(record, ground));
        town.completes("market-regulation", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("market-regulation", no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        town.await(false, PLATFORMS, record.get("recordNo"));
        assertThat(events(record)).containsExactly("LISTED", "SHIELDED");

        town.moveClock(OffsetDateTime.parse("2026-09-30T08:00:00+08:00"));
        long id = review(record);
        JsonNode task = town.matter("reassessment", "market-regulation", "review-" + id);
        String sheet = "/engine-rest/task/" + task.path("id").asText() + "/form-variables";
        assertThat(
                        town.unit("market-regulation")
                                .get(sheet)
                                .body()
                                .path("caseSheet")
                                .path("value")
                                .asText())
                .contains("暂停公示期届满")
                .contains(no);
        town.decides("market-regulation", "reassessment", "review-" + id, "CONTINUE", "重整计划未执行");
        town.await(true, PLATFORMS, record.get("recordNo"));
    }

    @Test
    void aBankruptcyRulingNeedsTheDayOfReassessment() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2026, 1, 10)));
        Api.Answer answer =
                town.portal.post(
                        "/api/v1/regions/150100/applications",
                        town.application(record, Map.of("ground", "BANKRUPTCY_RULING")));
        assertThat(answer.error("items[0].shieldUntil")).isEqualTo("REQUIRED");
    }

    @Test
    void atTheLongestTermWithObligationsUnmetAPersonDecides() {
        Map<String, Object> record = unmet();
        town.await(true, PLATFORMS, record.get("recordNo"));
        sweep();
        long id = review(record);
        sweep();
        assertThat(review(record)).as("asked once").isEqualTo(id);
        assertThat(town.displayed("gsxt", record.get("recordNo"))).isTrue();
        town.decides("credit-center", "reassessment", "review-" + id, "END", null);
        town.await(false, PLATFORMS, record.get("recordNo"));
        assertThat(events(record)).containsExactly("LISTED", "EXPIRED");
    }

    @Test
    void aReviewThatTakesTooLongIsShownToTheSupervisor() {
        Map<String, Object> record = unmet();
        sweep();
        String key = "review-" + review(record);
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

    private Map<String, Object> unmet() {
        Map<String, Object> record =
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2023, 3, 2));
        record.put("outstanding", true);
        return town.collected(record);
    }

    private long review(Map<String, Object> record) {
        return jdbc.sql("select id from display_review where record_no = ?")
                .param(record.get("recordNo"))
                .query(Long.class)
                .single();
    }

    private List<String> events(Map<String, Object> record) {
        return town.deliveries("gsxt", record.get("recordNo")).findValuesAsText("event");
    }
}
