package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;

/**
 * What Hohhot's document alone has: the region's platform, sector platforms, lists not open yet.
 */
class HohhotTest extends ServerStory {

    @Test
    void theRegionsPlatformAndThoseOfTheSectorAreToldTheResult() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        await().until(() -> town.displayed("regional-platform", record.get("recordNo")));
        String no = town.applied(town.application(List.of(record)));
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("credit-center", no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        assertThat(town.displayed("regional-platform", record.get("recordNo"))).isFalse();
        assertThat(
                        town.deliveries("sector-platform", record.get("recordNo"))
                                .findValuesAsText("event"))
                .containsExactly("REPAIRED");
    }

    @Test
    void aListThatIsNotOpenTakesNoRecordAndNoApplication() {
        Map<String, Object> listing =
                Town.listing(
                        "SERIOUS",
                        "environment-blacklist",
                        Town.uscc(),
                        LocalDate.of(2025, 1, 10),
                        null);
        listing.put("authority", "呼和浩特市生态环境局");
        assertThat(
                        town.unit("ecology-environment")
                                .post("/api/v1/regions/150100/records", List.of(listing))
                                .body()
                                .at("/rows/0/errors/0/code")
                                .asText())
                .isEqualTo("NOT_OPEN");
        assertThat(
                        town.portal
                                .post(
                                        "/api/v1/regions/150100/applications",
                                        town.application(List.of(listing)))
                                .error("items[0].item"))
                .isEqualTo("NOT_OPEN");
        assertThat(
                        town.anybody
                                .get("/api/v1/regions/150100/items/environment-blacklist")
                                .body()
                                .path("awaits")
                                .asText())
                .contains("管理制度");
        assertThat(town.anybody.get("/guide/150100").text()).contains("尚未开放，等待：");
    }

    @Test
    @SuppressWarnings("unchecked")
    void anItemOfIndividualBusinessesTakesNoCompany() {
        String uscc = Town.uscc();
        Map<String, Object> shop =
                Town.listing(
                        "ABNORMAL",
                        "abnormal-individual-business",
                        uscc,
                        LocalDate.of(2025, 8, 10),
                        "UNREACHABLE");
        shop.put("subject", Map.of("type", "INDIVIDUAL_BUSINESS", "name", "虚构面馆", "uscc", uscc));
        Map<String, Object> application = town.application(List.of(town.collected(shop)));
        ((Map<String, Object>) application.get("subject")).put("type", "LEGAL_PERSON");
        assertThat(
                        town.portal
                                .post("/api/v1/regions/150100/applications", application)
                                .error("items[0].item"))
                .isEqualTo("NOT_IN_SCOPE");
    }
}
