package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All five regions answer at once, each for itself. */
class FiveRegionsTest extends ServerStory {

    private static final LocalDate DECIDED = LocalDate.of(2025, 6, 10);

    @ParameterizedTest
    @CsvSource({"150100, 38", "150300, 13", "330000, 17", "360000, 14", "620000, 11"})
    void theGuideHasEveryItemOfTheRegionsDocument(String region, int items) {
        JsonNode guide = town.anybody.get("/api/v1/regions/" + region + "/items").body();
        assertThat(guide).hasSize(items);
        for (JsonNode item : guide) {
            assertThat(item.path("name").asText()).matches(".*\\p{IsHan}.*");
            assertThat(item.path("units")).isNotEmpty();
        }
    }

    @Test
    void whatADocumentLeavesOpenIsFilledByTheNationsRules() {
        String statistics = "/api/v1/regions/150300/items/serious-statistics";
        JsonNode then = town.anybody.get(statistics + "?on=2024-09-30").body();
        assertThat(then.path("earliestMonths").asInt()).isEqualTo(6);
        assertThat(then.path("acceptWorkingDays").isNull()).isTrue();
        assertThat(then.path("fullTermMonths").isNull()).isTrue();
        JsonNode now = town.anybody.get(statistics + "?on=2026-04-01").body();
        assertThat(now.path("earliestMonths").asInt()).as("the sector's rule first").isEqualTo(6);
        assertThat(now.path("acceptWorkingDays").asInt()).isEqualTo(3);
        assertThat(now.path("fullTermMonths").asInt()).isEqualTo(36);
        assertThat(now.path("basis").toString()).contains("第35号").contains("第36号");
    }

    @ParameterizedTest
    @ValueSource(strings = {"620000", "150100", "150300", "330000", "360000"})
    void aPenaltyIsRepairedInEachRegion(String region) {
        Town there = new Town(port, region);
        Map<String, Object> record =
                there.collected(Town.penalty("penalty-market", Town.uscc(), DECIDED));
        await().until(() -> there.displayed("gsxt", record.get("recordNo")));
        String no = there.applied(there.application(List.of(record)));
        assertThat(no).startsWith(region);
        there.task(no + "-1", "acceptance", "market-regulation");
        for (String other : List.of("620000", "150100", "150300", "330000", "360000")) {
            if (!other.equals(region)) {
                assertThat(
                                new Town(port, other)
                                        .tasks(no + "-1", "acceptance", "market-regulation"))
                        .isEmpty();
            }
        }
        there.completes("market-regulation", no + "-1", "acceptance", "ACCEPT", null);
        there.completes("market-regulation", no + "-1", "decision", "REPAIR", null);
        assertThat(there.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !there.displayed("gsxt", record.get("recordNo")));
    }

    @Test
    void ofManyResponsibleUnitsTheOneThatDecidedReviews() {
        Town zhejiang = new Town(port, "330000");
        Map<String, Object> record = Town.penalty("penalty-other", Town.uscc(), DECIDED);
        record.put("authority", "国家税务总局宁波市税务局第一稽查局");
        Map<String, Object> other = Town.penalty("penalty-other", Town.uscc(), DECIDED);
        String no = zhejiang.applied(zhejiang.application(List.of(zhejiang.collected(record))));
        String otherNo = zhejiang.applied(zhejiang.application(List.of(zhejiang.collected(other))));
        zhejiang.task(no + "-1", "acceptance", "ningbo-tax");
        assertThat(zhejiang.tasks(no + "-1", "acceptance", "tax")).isEmpty();
        assertThat(zhejiang.tasks(no + "-1", "acceptance", "development-reform")).isEmpty();
        zhejiang.task(otherNo + "-1", "acceptance", "development-reform");
    }

    @Test
    void theCreditOfficeAssignsWhatNamesNoUnitAndDecidesNothingItself() {
        Town jiangxi = new Town(port, "360000");
        Map<String, Object> listing =
                Town.listing("SERIOUS", "serious-tax", Town.uscc(), DECIDED, null);
        listing.put("authority", "虚构县税务分局");
        String no = jiangxi.applied(jiangxi.application(List.of(jiangxi.collected(listing))));
        assertThat(jiangxi.tasks(no + "-1", "acceptance", "tax")).isEmpty();
        Map<String, Object> removed =
                Map.of(
                        "recordNo", listing.get("recordNo"),
                        "platform", "unit",
                        "event", "REMOVED",
                        "decidedOn", "2026-03-02",
                        "documentNo", "虚构移出〔2026〕1号");
        assertThat(jiangxi.unit("court").post("/api/v1/regions/360000/results", removed).status())
                .isEqualTo(403);
        Api.Answer refused =
                jiangxi.tries("development-reform", no + "-1", "acceptance", "ACCEPT", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error("acceptanceOutcome")).isEqualTo("NOT_ASSIGNED");
        String task =
                jiangxi.task(no + "-1", "acceptance", "development-reform").path("id").asText();
        jiangxi.unit("development-reform")
                .post(
                        "/api/v1/regions/360000/tasks/" + task + "/transfer",
                        Map.of("unit", "tax", "reason", "该分局由省税务局管理"))
                .done();
        jiangxi.completes("tax", no + "-1", "acceptance", "ACCEPT", null);
        jiangxi.task(no + "-1", "verification", "tax");
    }

    @Test
    void theProvinceDeliversWhatACityDecidedWhichReviewsItAndNoOtherCityMay() {
        Town gansu = new Town(port, "620000");
        Map<String, Object> record = Town.penalty("penalty-market", Town.uscc(), DECIDED);
        record.put("authority", "兰州市市场监管局");
        String records = "/api/v1/regions/620000/records";
        Api.Answer another = gansu.unit("market-regulation-620200").post(records, List.of(record));
        assertThat(another.body().path("accepted").asInt()).isZero();
        String no = gansu.applied(gansu.application(List.of(gansu.collected(record))));
        assertThat(gansu.tasks(no + "-1", "acceptance", "market-regulation")).isEmpty();
        gansu.completes("market-regulation-620100", no + "-1", "acceptance", "ACCEPT", null);
        gansu.completes("market-regulation-620100", no + "-1", "decision", "REPAIR", null);
        assertThat(gansu.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
    }

    @Test
    void aListingHasThePeriodsOfItsListAndSaysWhenItMayBeRepaired() {
        Town jiangxi = new Town(port, "360000");
        Map<String, Object> listing = Town.penalty("serious-work-safety", Town.uscc(), DECIDED);
        listing.put("category", "SERIOUS");
        listing.put("listedOn", "2025-06-20");
        listing.put("penaltyTypes", List.of());
        jiangxi.unit("emergency").post("/api/v1/regions/360000/records", List.of(listing)).done();
        JsonNode shown = recordsOf(jiangxi, listing);
        assertThat(shown.path("eligible").asBoolean()).isFalse();
        assertThat(shown.path("eligibleFrom").asText()).isEqualTo("2026-06-20");
        assertThat(shown.path("displayUntil").asText()).isEqualTo("2028-06-20");
        assertThat(shown.path("displayRule").asText()).contains("第11号");
    }

    @Test
    void aListingWithoutATermEndsOnApplicationOnly() {
        Town gansu = new Town(port, "620000");
        Map<String, Object> listing =
                Town.penalty("serious-judgment-defaulter", Town.uscc(), DECIDED);
        listing.put("category", "SERIOUS");
        listing.put("penaltyTypes", List.of());
        gansu.unit("court").post("/api/v1/regions/620000/records", List.of(listing)).done();
        JsonNode shown = recordsOf(gansu, listing);
        assertThat(shown.path("eligible").asBoolean()).isTrue();
        assertThat(shown.path("displayUntil").isNull()).isTrue();
    }

    @Test
    void aListingAndItsRemovalAreReportedUpwardInGansu() {
        Town gansu = new Town(port, "620000");
        Map<String, Object> listing =
                gansu.collected(Town.listing("SERIOUS", "serious-tax", Town.uscc(), DECIDED, null));
        Map<String, Object> penalty =
                gansu.collected(Town.penalty("penalty-market", Town.uscc(), DECIDED));
        String no = gansu.applied(gansu.application(List.of(listing)));
        gansu.completes("tax", no + "-1", "acceptance", "ACCEPT", null);
        gansu.completes("tax", no + "-1", "verification", "CONFIRMED", null);
        gansu.completes("tax", no + "-1", "decision", "REPAIR", null);
        gansu.closedItem(no);
        assertThat(
                        gansu.deliveries("superior-unit", listing.get("recordNo"))
                                .findValuesAsText("event"))
                .containsExactly("LISTED", "REMOVED");
        assertThat(gansu.deliveries("superior-unit", penalty.get("recordNo"))).isEmpty();
    }

    private static JsonNode recordsOf(Town there, Map<String, Object> record) {
        Object uscc = new LinkedHashMap<>((Map<?, ?>) record.get("subject")).get("uscc");
        return there.anybody
                .get("/api/v1/regions/" + there.region + "/subjects/" + uscc + "/records")
                .body()
                .get(0);
    }
}
