package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;

/** 智能导办: from a subject to what can be repaired, when, where and with what. */
class GuidanceTest extends ServerStory {

    @Test
    void recordsAreSortedByWhenTheyCanBeRepaired() {
        String uscc = Town.uscc();
        Map<String, Object> now = collected("penalty-other", uscc, "2025-06-10", "罚款");
        Map<String, Object> later = collected("penalty-market", uscc, "2025-12-20", "罚款");
        Map<String, Object> never = collected("penalty-market", uscc, "2025-06-10", "吊销许可证件");
        JsonNode guidance = guidance(uscc);
        assertThat(guidance.path("now").findValuesAsText("recordNo"))
                .containsExactly((String) now.get("recordNo"));
        assertThat(guidance.path("later").findValuesAsText("recordNo"))
                .containsExactly((String) later.get("recordNo"));
        assertThat(guidance.path("later").get(0).path("eligibleFrom").asText())
                .isEqualTo("2026-03-20");
        assertThat(guidance.path("notPossible").findValuesAsText("recordNo"))
                .containsExactly((String) never.get("recordNo"));

        JsonNode advice = guidance.path("now").get(0);
        assertThat(advice.path("unit").path("code").asText()).isEqualTo("credit-center");
        assertThat(advice.path("channels")).isNotEmpty();
        assertThat(advice.path("toHandIn").findValuesAsText("code")).containsExactly("commitment");
        assertThat(advice.path("fetchedByUnit").findValuesAsText("code"))
                .containsExactly("fulfilment-proof");
    }

    @Test
    void thePrefilledApplicationNeedsOnlyWhatTheApplicantKnows() {
        String uscc = Town.uscc();
        collected("penalty-other", uscc, "2025-06-10", "罚款");
        collected("penalty-market", uscc, "2025-07-10", "罚款");
        JsonNode prefilled = guidance(uscc).path("application");
        assertThat(prefilled.path("items")).hasSize(2);

        Map<String, Object> application =
                Api.JSON.convertValue(
                        prefilled,
                        Api.JSON
                                .getTypeFactory()
                                .constructMapType(LinkedHashMap.class, String.class, Object.class));
        application.put("contact", Map.of("name", "虚构联系人", "mobile", "13800000000"));
        application.put("commitment", true);
        for (Object one : new ArrayList<>((List<?>) application.get("items"))) {
            complete(one);
        }
        String no = town.applied(application);
        assertThat(town.item(no).path("status").asText()).isEqualTo("SUBMITTED");
        assertThat(guidance(uscc).path("now")).as("both are being repaired").isEmpty();
    }

    @Test
    void aSubjectWithoutRecordsHasNothingToRepair() {
        JsonNode guidance = guidance(Town.uscc());
        assertThat(guidance.path("now")).isEmpty();
        assertThat(guidance.path("application").isNull()).isTrue();
        Api.Answer wrong = town.anybody.get("/api/v1/regions/150100/guidance?uscc=1");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.error("uscc")).isEqualTo("INVALID");
        Api.Answer nothing = town.anybody.get("/api/v1/regions/150100/guidance");
        assertThat(nothing.error("item")).isEqualTo("REQUIRED");
    }

    @Test
    void aFewAnswersAreEnoughToBeGuided() {
        String answers =
                "/api/v1/regions/150100/guidance?item=penalty-market&decidedOn=2025-12-10&field=食品&agent=true";
        JsonNode advice = town.anybody.get(answers).body().path("later").path(0);
        assertThat(advice.path("eligibleFrom").asText()).isEqualTo("2026-12-10");
        assertThat(advice.path("unit").path("code").asText()).isEqualTo("market-regulation");
        assertThat(advice.path("channels")).isNotEmpty();
        assertThat(advice.path("toHandIn").findValuesAsText("code"))
                .containsExactly("commitment", "power-of-attorney");
        assertThat(advice.path("fetchedByUnit").findValuesAsText("code"))
                .containsExactly("fulfilment-proof");
        JsonNode revoked =
                town.anybody
                        .get(
                                "/api/v1/regions/150100/guidance?item=penalty-market&decidedOn=2025-06-10&penaltyTypes=吊销许可证件")
                        .body();
        assertThat(revoked.path("notPossible").path(0).path("reasons").toString()).contains("吊销");
        JsonNode listed =
                town.anybody
                        .get(
                                "/api/v1/regions/150300/guidance?item=serious-statistics&decidedOn=2025-09-01")
                        .body();
        assertThat(listed.path("now").path(0).path("eligibleFrom").asText())
                .isEqualTo("2026-03-01");
    }

    @SuppressWarnings("unchecked")
    private void complete(Object prefilledItem) {
        Map<String, Object> item = (Map<String, Object>) prefilledItem;
        item.put("reason", "罚款已缴清");
        item.put("obligationsFulfilledOn", "2026-01-15");
        for (Object material : (List<?>) item.get("materials")) {
            ((Map<String, Object>) material).put("materialId", town.material());
        }
    }

    private Map<String, Object> collected(String item, String uscc, String decidedOn, String kind) {
        Map<String, Object> record = Town.penalty(item, uscc, LocalDate.parse(decidedOn));
        record.put("penaltyTypes", List.of(kind));
        return town.collected(record);
    }

    private JsonNode guidance(String uscc) {
        Api.Answer answer = town.anybody.get("/api/v1/regions/150100/guidance?uscc=" + uscc);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }
}
