package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;

/** 经办人联系网: who does the work in each unit, and who stands in. */
class OfficersTest extends ServerStory {

    private static final String REGION = "/api/v1/regions/620000";
    private static final String CITY = REGION + "/units/market-regulation-620100/officers";
    private static final Map<String, Object> OFFICER =
            Map.of(
                    "name", "虚构专员",
                    "phone", "0931-8400000",
                    "deputyName", "虚构代班",
                    "deputyPhone", "13900000000");

    @Override
    protected String region() {
        return "620000";
    }

    private Api as(String account) {
        return town.anybody.as(account);
    }

    private JsonNode officersOf(String unit) {
        JsonNode all = town.supervisor.get(REGION + "/officers").body();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.at("/unit/code").asText().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theHeadOfAUnitNamesItsOfficersAndNamesThemAnew() {
        JsonNode named =
                as("620000-market-regulation-620100-head").put(CITY, List.of(OFFICER)).body();
        assertThat(named.at("/unit/name").asText()).isEqualTo("兰州市市场监督管理局");
        assertThat(named.at("/parent/code").asText()).isEqualTo("market-regulation");
        JsonNode officer = officersOf("market-regulation-620100").path("officers").path(0);
        assertThat(officer.path("phone").asText()).isEqualTo("0931-8400000");
        assertThat(officer.path("deputyName").asText()).isEqualTo("虚构代班");

        Map<String, Object> alone = Map.of("name", "虚构新专员", "phone", "13800000000");
        as("620000-business-environment").put(CITY, List.of(alone)).done();
        JsonNode anew = officersOf("market-regulation-620100").path("officers");
        assertThat(anew.findValuesAsText("name")).containsExactly("虚构新专员");
        assertThat(anew.path(0).path("deputyPhone").isNull()).isTrue();

        as("620000-business-environment").put(CITY, List.of()).done();
        assertThat(officersOf("market-regulation-620100").path("officers")).isEmpty();
    }

    @Test
    void everyWrongFieldIsNamedAndNothingIsChanged() {
        Api head = as("620000-market-regulation-620200-head");
        String unit = REGION + "/units/market-regulation-620200/officers";
        head.put(unit, List.of(OFFICER)).done();
        Api.Answer wrong =
                head.put(
                        unit,
                        List.of(
                                Map.of("name", " ", "phone", "8400000"),
                                Map.of("name", "虚构", "phone", "13800000000", "deputyName", "代")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.error("officers[0].name")).isEqualTo("REQUIRED");
        assertThat(wrong.error("officers[0].phone")).isEqualTo("INVALID");
        assertThat(wrong.error("officers[1].deputyPhone")).isEqualTo("REQUIRED");
        assertThat(head.put(unit, List.of(OFFICER, OFFICER)).status()).isEqualTo(200);
        assertThat(officersOf("market-regulation-620200").path("officers")).hasSize(2);
    }

    @Test
    void othersMayNotNameThemAndOtherRegionsSeeNothing() {
        assertThat(as("620000-market-regulation-620100").put(CITY, List.of(OFFICER)).status())
                .as("an officer, not the head")
                .isEqualTo(403);
        assertThat(as("620000-tax-head").put(CITY, List.of(OFFICER)).status()).isEqualTo(403);
        assertThat(as("620000-window-620100").get(REGION + "/officers").status()).isEqualTo(200);
        assertThat(as("620000-portal").get(REGION + "/officers").status()).isEqualTo(403);
        assertThat(new Town(port, "360000").supervisor.get(REGION + "/officers").status())
                .isEqualTo(404);
        Api.Answer unknown =
                as("620000-business-environment")
                        .put(REGION + "/units/nowhere/officers", List.of(OFFICER));
        assertThat(unknown.error("unit")).isEqualTo("UNKNOWN_UNIT");
    }
}
