package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.Map;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 行政处罚信息（其他行业领域）: accepted within 3 working days, decided within 7 (呼和浩特方案四（二）); reviewed by city
 * and province in Gansu (甘肃方案三（二）), handed in at the national site in Zhejiang (浙江方案二（一）).
 */
@Tag("database")
class PenaltyOtherTest extends PathStories {

    PenaltyOtherTest() {
        super(
                "penalty-other",
                "credit-center",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 11));
    }

    /** Gansu, where the city reviews first; accepted already. */
    private String acceptedInGansu() {
        town = new Town(port, "620000");
        String no = town.applied(application(record()));
        accept(no + "-1");
        return no;
    }

    @Test
    void cityAndProvinceReviewWithinOneLimitInGansu() {
        String no = acceptedInGansu();
        assertThat(town.tasks(no + "-1", "decision", unit)).isEmpty();
        assertThat(due(no, "VERIFICATION")).isEqualTo(decideBy);
        town.completes("municipal-credit", no + "-1", "verification", "CONFIRMED", "材料属实");
        assertThat(due(no, "DECISION")).isEqualTo(decideBy);
        town.completes(unit, no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
    }

    @Test
    void aCityThatTakesTooLongIsWarnedOfAndRecorded() {
        overdue(acceptedInGansu(), "VERIFICATION", decideBy);
    }

    @Test
    void theNationalSiteIsHandedTheApplicationInZhejiang() {
        town = new Town(port, "330000");
        Map<String, Object> record = record();
        String no = town.applied(application(record));
        town.task(no + "-1", "acceptance", "development-reform");
        await().untilAsserted(
                        () ->
                                assertThat(town.deliveries("creditchina", record.get("recordNo")))
                                        .extracting(push -> push.path("idempotencyKey").asText())
                                        .contains(no + "-1-creditchina-HANDED_IN"));
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
