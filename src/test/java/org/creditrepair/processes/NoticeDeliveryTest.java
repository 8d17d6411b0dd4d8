package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 两书同达: the unit that punished serves the repair notice with its decision, and proves it. */
@Tag("database")
class NoticeDeliveryTest extends ServerStory {

    private static final String NOTICES = "/api/v1/regions/150100/repair-notices";
    private static final String UNIT = "ecology-environment";

    /** A penalty of the environment office, decided some days before it is delivered. */
    private Map<String, Object> decided(int daysAgo, String kind) {
        Map<String, Object> penalty =
                Town.penalty("penalty-other", Town.uscc(), MONDAY.toLocalDate().minusDays(daysAgo));
        penalty.put("authority", "呼和浩特市生态环境局");
        penalty.put("penaltyTypes", List.of(kind));
        return town.collected(penalty);
    }

    private long service(Map<String, Object> record) {
        return jdbc.sql("select id from notice_service where record_no = ?")
                .param(record.get("recordNo"))
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    private Api.Answer serves(long id, Map<String, String> details) {
        String task = town.matter("service", UNIT, "service-" + id).path("id").asText();
        town.unit(UNIT)
                .post("/engine-rest/task/" + task + "/claim", Map.of("userId", "150100-" + UNIT))
                .done();
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("serviceOutcome", Map.of("value", "SERVED"));
        details.forEach((field, value) -> variables.put(field, Map.of("value", value)));
        return town.unit(UNIT)
                .post("/engine-rest/task/" + task + "/complete", Map.of("variables", variables));
    }

    private static Map<String, String> details(LocalDate servedOn) {
        return Map.of(
                "servedOn", servedOn.toString(),
                "serviceMethod", "DIRECT",
                "recipient", "虚构签收人",
                "proof", "送达回证〔2026〕1号");
    }

    @Test
    void theUnitThatPunishedServesTheNoticeAndSaysWhenHowAndByWhatProof() {
        LocalDate today = MONDAY.toLocalDate();
        Map<String, Object> record = decided(3, "罚款");
        long id = service(record);
        assertThat(town.tasks("service-" + id, "service", "credit-center")).isEmpty();
        Api.Answer empty = serves(id, Map.of());
        for (String field : List.of("servedOn", "serviceMethod", "recipient", "proof")) {
            assertThat(empty.error(field)).as(field).isEqualTo("REQUIRED");
        }
        assertThat(serves(id, details(today.minusDays(4))).error("servedOn"))
                .as("before the decision")
                .isEqualTo("INVALID");
        assertThat(serves(id, details(today.plusDays(1))).error("servedOn")).isNotNull();
        assertThat(unserved(record).path("settledAt").isNull()).isTrue();
        assertThat(serves(id, details(today)).status()).isEqualTo(204);

        JsonNode served = ofUnit(false, record);
        assertThat(served.path("servedOn").asText()).isEqualTo(today.toString());
        assertThat(served.path("method").asText()).isEqualTo("DIRECT");
        assertThat(served.path("recipient").asText()).isEqualTo("虚构签收人");
        assertThat(served.path("proof").asText()).isEqualTo("送达回证〔2026〕1号");
        assertThat(unserved(record).isMissingNode()).isTrue();
        record.put("obligations", "缴纳罚款并整改");
        town.collected(record);
        assertThat(count("notice_service where record_no = '" + record.get("recordNo") + "'"))
                .as("a correction asks for no second service")
                .isEqualTo(1);
    }

    @Test
    void whatNeedsNoNoticeOrWasServedLongAgoIsNotAskedFor() {
        assertThat(service(decided(3, "警告"))).as("呼和浩特方案五（三）").isNegative();
        assertThat(service(decided(31, "罚款"))).isNegative();
        assertThat(service(decided(30, "罚款"))).isPositive();
        Map<String, Object> listing =
                Town.listing("SERIOUS", "serious-tax", Town.uscc(), MONDAY.toLocalDate(), null);
        assertThat(service(town.collected(listing))).isNegative();
    }

    @Test
    void whatIsNotServedInTimeIsABreachAndCountedForTheUnit() {
        Map<String, Object> record = decided(1, "罚款");
        String matter = "service-" + service(record);
        town.matter("service", UNIT, matter);
        town.moveClock(OffsetDateTime.parse("2026-03-12T00:00:01+08:00"));
        await().until(() -> breaches().contains(matter));
        JsonNode line = unit(town.supervisor);
        assertThat(line.path("unserved").asInt()).isPositive();
        assertThat(line.path("oldestUnserved").asText()).startsWith("2026-03-0");
        assertThat(unit(town.unit(UNIT)).isMissingNode()).isFalse();
        assertThat(unit(town.unit("tax")).isMissingNode()).as("another's").isTrue();
        town.decides(UNIT, "service", matter, "NOT_NEEDED", "决定书与告知书已由上级统一送达");
        assertThat(ofUnit(false, record).path("servedOn").isNull()).isTrue();
    }

    private JsonNode unserved(Map<String, Object> record) {
        return ofUnit(true, record);
    }

    private JsonNode ofUnit(boolean unserved, Map<String, Object> record) {
        for (JsonNode one :
                town.unit(UNIT).get(NOTICES + (unserved ? "?unserved=true" : "")).body()) {
            if (one.path("recordNo").asText().equals(record.get("recordNo"))) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode unit(Api account) {
        for (JsonNode one : account.get(NOTICES + "/units").body()) {
            if (one.at("/unit/code").asText().equals(UNIT)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    private String breaches() {
        return town.supervisor
                .get("/api/v1/regions/150100/supervision/breaches")
                .body()
                .findValuesAsText("reference")
                .toString();
    }
}
