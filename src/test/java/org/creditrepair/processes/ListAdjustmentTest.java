package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.creditrepair.catalog.Catalog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 名单动态调整: filed a month before, in force on the day unless the credit office objects. */
@Tag("database")
class ListAdjustmentTest extends ServerStory {

    @Autowired private Catalog catalog;

    private static final String ADJUSTMENTS = "/api/v1/regions/999900/list-adjustments";

    @Override
    protected String region() {
        return "999900";
    }

    private Map<String, Object> established(String item) {
        return Map.of(
                "kind", "ESTABLISH",
                "item", item,
                "name", "虚构领域严重失信主体名单",
                "units", List.of("market-regulation"),
                "effectiveOn", "2026-04-02",
                "reason", "新办法施行",
                "rules",
                        Map.of(
                                "acceptWorkingDays", 2,
                                "decideWorkingDays", 4,
                                "earliestMonths", 6,
                                "fullTermMonths", 36,
                                "basis", List.of("虚构领域信用管理办法")));
    }

    private long filed(Map<String, Object> form) {
        Api.Answer answer = town.unit("market-regulation").post(ADJUSTMENTS, form);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asLong();
    }

    private void confirmedAndInForce(long id) {
        town.decides("credit-center", "confirmation", "adjustment-" + id, "CONFIRM", null);
        town.moveClock(OffsetDateTime.parse("2026-04-02T00:00:01+08:00"));
        await().untilAsserted(() -> assertThat(status(id)).isEqualTo("IN_FORCE"));
        catalog.refresh();
    }

    @Test
    void aNewListIsOfferedFromItsDayOnAndHandledWithoutCode() {
        String item = "list-" + System.nanoTime();
        long id = filed(established(item));
        assertThat(guide(item, "2026-05-01")).isFalse();
        confirmedAndInForce(id);
        assertThat(guide(item, "2026-04-01")).isFalse();
        assertThat(guide(item, "2026-04-02")).isTrue();

        Map<String, Object> listing =
                Town.listing("SERIOUS", item, Town.uscc(), LocalDate.of(2025, 6, 10), null);
        String no = town.applied(town.application(List.of(town.collected(listing))));
        town.completes("market-regulation", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("market-regulation", no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
    }

    @Test
    void limitsOutOfBoundsNoRulesAndASecondFilingAreRefused() {
        String item = "list-" + System.nanoTime();
        Map<String, Object> form = new HashMap<>(established(item));
        form.put("rules", Map.of("acceptWorkingDays", -1, "decideWorkingDays", 99_999));
        Api.Answer wrong = town.unit("market-regulation").post(ADJUSTMENTS, form);
        assertThat(wrong.error("rules.acceptWorkingDays")).isEqualTo("RANGE");
        assertThat(wrong.error("rules.decideWorkingDays")).isEqualTo("RANGE");
        form.put("rules", Map.of());
        assertThat(town.unit("market-regulation").post(ADJUSTMENTS, form).error("rules"))
                .isEqualTo("REQUIRED");
        form.put("effectiveOn", "+999999999-12-31");
        assertThat(town.unit("market-regulation").post(ADJUSTMENTS, form).error("effectiveOn"))
                .isEqualTo("INVALID");
        filed(established(item));
        assertThat(
                        town.unit("market-regulation")
                                .post(ADJUSTMENTS, established(item))
                                .error("item"))
                .isEqualTo("OPEN_ADJUSTMENT");
    }

    @Test
    void runningCasesKeepTheRuleTheyBeganWith() {
        String item = "list-" + System.nanoTime();
        confirmedAndInForce(filed(established(item)));
        Map<String, Object> listing =
                Town.listing("SERIOUS", item, Town.uscc(), LocalDate.of(2025, 6, 10), null);
        String no = town.applied(town.application(List.of(town.collected(listing))));
        town.completes("market-regulation", no + "-1", "acceptance", "ACCEPT", null);
        String due = town.item(no).path("stages").get(1).path("dueAt").asText();

        long change =
                filed(
                        Map.of(
                                "kind", "CHANGE",
                                "item", item,
                                "effectiveOn", "2026-05-06",
                                "reason", "缩短时限",
                                "rules", Map.of("acceptWorkingDays", 1, "decideWorkingDays", 1)));
        long end =
                filed(
                        Map.of(
                                "kind", "ABOLISH",
                                "item", item,
                                "effectiveOn", "2026-06-01",
                                "reason", "办法废止"));
        town.decides("credit-center", "confirmation", "adjustment-" + change, "CONFIRM", null);
        town.decides("credit-center", "confirmation", "adjustment-" + end, "CONFIRM", null);
        town.moveClock(OffsetDateTime.parse("2026-06-01T00:00:01+08:00"));
        await().untilAsserted(() -> assertThat(status(end)).isEqualTo("IN_FORCE"));
        await().untilAsserted(() -> assertThat(status(change)).isEqualTo("IN_FORCE"));
        // Read in anew right after the commit that put them in force.
        await().untilAsserted(() -> assertThat(guide(item, "2026-06-01")).isFalse());
        await().untilAsserted(() -> assertThat(days(item, "2026-05-06")).isEqualTo(1));
        assertThat(days(item, "2026-05-05")).isEqualTo(4);

        JsonNode decision = town.item(no).path("stages").get(1);
        assertThat(decision.path("dueAt").asText()).isEqualTo(due);
        assertThat(town.item(no).path("rules").toString()).contains("4 个工作日");
        town.completes("market-regulation", no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");

        Map<String, Object> late =
                Town.listing("SERIOUS", item, Town.uscc(), LocalDate.of(2025, 6, 10), null);
        Api.Answer refused =
                town.unit("market-regulation")
                        .post("/api/v1/regions/999900/records", List.of(late));
        assertThat(refused.body().path("rows").get(0).path("errors").toString())
                .contains("ABOLISHED");
    }

    @Test
    void aChangeFiledTooLateOrWronglyIsRefused() {
        Map<String, Object> form = new HashMap<>(established("list-late"));
        form.put("effectiveOn", "2026-04-01");
        form.put("units", List.of("nobody"));
        Api.Answer answer = town.unit("market-regulation").post(ADJUSTMENTS, form);
        assertThat(answer.error("effectiveOn")).isEqualTo("TOO_SOON");
        assertThat(answer.error("units")).isEqualTo("INVALID");
        form.put("path", "no-such-path");
        assertThat(town.unit("market-regulation").post(ADJUSTMENTS, form).error("path"))
                .isEqualTo("INVALID");
        assertThat(town.portal.post(ADJUSTMENTS, form).status()).isEqualTo(403);
    }

    @Test
    void theCreditOfficeGivesBackAndIsWarnedWhenLate() {
        long id = filed(established("list-returned-" + System.nanoTime()));
        town.moveClock(OffsetDateTime.parse("2026-03-17T00:00:01+08:00"));
        await().untilAsserted(
                        () ->
                                assertThat(
                                                town.supervisor
                                                        .get(
                                                                "/api/v1/regions/999900/supervision/breaches")
                                                        .body()
                                                        .findValuesAsText("reference"))
                                        .contains("adjustment-" + id));
        town.decides("credit-center", "confirmation", "adjustment-" + id, "RETURN", "依据不足");
        assertThat(status(id)).isEqualTo("RETURNED");
        assertThat(town.unit("market-regulation").get("/api/v1/messages").body().toString())
                .contains("已被退回：依据不足");
    }

    @Test
    void aFiledChangeTakesEffectOnItsDayUnlessTheCreditOfficeObjects() {
        String item = "list-silent-" + System.nanoTime();
        long id = filed(established(item));
        town.moveClock(OffsetDateTime.parse("2026-04-01T23:00:00+08:00"));
        assertThat(status(id)).isEqualTo("FILED");
        town.moveClock(OffsetDateTime.parse("2026-04-02T00:00:01+08:00"));
        await().untilAsserted(() -> assertThat(status(id)).isEqualTo("IN_FORCE"));
        catalog.refresh();
        assertThat(guide(item, "2026-04-02")).isTrue();
        assertThat(town.tasks("adjustment-" + id, "confirmation", "credit-center")).isEmpty();
    }

    private boolean guide(String item, String on) {
        return town.anybody
                .get("/api/v1/regions/999900/items?on=" + on)
                .body()
                .findValuesAsText("code")
                .contains(item);
    }

    private int days(String item, String on) {
        return town.anybody
                .get("/api/v1/regions/999900/items/" + item + "?on=" + on)
                .body()
                .path("decideWorkingDays")
                .asInt();
    }

    private String status(long id) {
        for (JsonNode one : town.supervisor.get(ADJUSTMENTS).body()) {
            if (one.path("id").asLong() == id) {
                return one.path("status").asText();
            }
        }
        return "";
    }
}
