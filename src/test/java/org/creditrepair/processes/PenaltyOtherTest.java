package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.creditrepair.Api;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 行政处罚信息（其他行业领域）: accepted within 3 working days, decided within 7 (呼和浩特方案四（二）); reviewed by city
 * and province in Gansu (甘肃方案三（二）), handed in at the national site in Zhejiang (浙江方案二（一）).
 */
@Tag("postgresql")
class PenaltyOtherTest extends PathStories {

    PenaltyOtherTest() {
        super(
                "penalty-other",
                "credit-center",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 11));
    }

    /** Gansu, a penalty of an authority. */
    private String appliedInGansu(String authority) {
        town = new Town(port, "620000");
        Map<String, Object> record = unlisted(LocalDate.of(2025, 6, 10));
        record.put("authority", authority);
        return town.applied(application(town.collected(record)));
    }

    @Test
    void theCityReviewsFirstAndTheProvinceKeepsTheWholeLimit() {
        String no = appliedInGansu("兰州市生态环境局");
        assertThat(due(no, "VERIFICATION")).isEqualTo(acceptBy.minusDays(1));
        assertThat(town.tasks(no + "-1", "verification", "municipal-credit-620500")).isEmpty();
        assertThat(town.tasks(no + "-1", "acceptance", unit)).isEmpty();
        town.moveClock(MONDAY.plusDays(1));
        town.completes("municipal-credit-620100", no + "-1", "verification", "CONFIRMED", "材料属实");
        assertThat(due(no, "ACCEPTANCE")).as("from receipt").isEqualTo(acceptBy);
        accept(no + "-1");
        assertThat(due(no, "DECISION")).isEqualTo(decideBy.plusDays(1));
        town.completes(unit, no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
    }

    @Test
    void theProvinceReviewsAloneWhatItsOwnAuthoritiesDecided() {
        String no = appliedInGansu("甘肃省生态环境厅");
        accept(no + "-1");
        town.task(no + "-1", "decision", unit);
    }

    @Test
    void aCityThatTakesTooLongIsWarnedOfAndRecorded() {
        overdue(appliedInGansu("临夏州生态环境局"), "VERIFICATION", acceptBy.minusDays(1));
    }

    private String materialOf(String no) {
        return "/api/v1/materials/"
                + jdbc.sql("select material_id from item_material where application_no = ?")
                        .param(no)
                        .query(String.class)
                        .single();
    }

    private List<String> handedIn(Map<String, Object> record) {
        return StreamSupport.stream(
                        town.deliveries("creditchina", record.get("recordNo")).spliterator(), false)
                .filter(push -> push.path("event").asText().matches("HANDED_IN|TAKEN_BACK"))
                .map(push -> push.path("idempotencyKey").asText())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    @Test
    void whatIsRefusedIsTakenBackFromTheNationalSite() {
        town = new Town(port, "330000");
        Map<String, Object> record = record();
        String no = town.applied(application(record));
        town.completes("development-reform", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("development-reform", no + "-1", "decision", "REFUSE", "罚款未缴清");
        town.closedItem(no);
        await().untilAsserted(
                        () ->
                                assertThat(handedIn(record))
                                        .contains(no + "-1-creditchina-TAKEN_BACK"));
    }

    @Test
    void theNationalSiteIsHandedTheAcceptedApplicationInZhejiang() {
        town = new Town(port, "330000");
        Map<String, Object> record = record();
        Map<String, Object> application = application(record);
        asMap(application.get("subject")).put("legalRepresentative", "虚构负责人");
        String no = town.applied(application);
        String paper = materialOf(no);
        Api site = town.anybody.as("330000-platform-creditchina");
        town.task(no + "-1", "acceptance", "development-reform");
        assertThat(handedIn(record)).as("not before it is accepted").isEmpty();
        assertThat(site.get(paper).status()).isEqualTo(404);
        town.completes("development-reform", no + "-1", "acceptance", "ACCEPT", null);
        await().untilAsserted(
                        () ->
                                assertThat(handedIn(record))
                                        .containsExactly(no + "-1-creditchina-HANDED_IN"));
        String body =
                jdbc.sql("select body from sandbox_delivery where idempotency_key = ?")
                        .param(no + "-1-creditchina-HANDED_IN")
                        .query(String.class)
                        .single();
        assertThat(body).contains("罚款已缴清", "虚构负责人", "13800000000", paper, "守信经营", "\"sha256\"");
        assertThat(site.get(paper).status()).isEqualTo(200);
        assertThat(town.anybody.as("330000-platform-gsxt").get(paper).status()).isEqualTo(404);
        assertThat(town.displayed("creditchina", record.get("recordNo"))).isTrue();
        assertThat(
                        town.portal
                                .post("/api/v1/applications/" + no + "/items/1/withdrawal", "")
                                .status())
                .isEqualTo(200);
        await().untilAsserted(
                        () ->
                                assertThat(handedIn(record))
                                        .containsExactly(
                                                no + "-1-creditchina-HANDED_IN",
                                                no + "-1-creditchina-TAKEN_BACK"));
        assertThat(town.displayed("creditchina", record.get("recordNo"))).isTrue();
        assertThat(
                        town.anybody
                                .get("/api/v1/regions/330000/items/penalty-other")
                                .body()
                                .path("nationalSite")
                                .asText())
                .contains("代为提交");
    }
}
