package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;

/**
 * 个体工商户恢复正常记载状态: accepted within 5 and decided within 10 working days (呼和浩特方案四（一）、五（四）); what the
 * data confirm needs no person.
 */
class AbnormalIndividualBusinessTest extends PathStories {

    AbnormalIndividualBusinessTest() {
        super(
                "abnormal-individual-business",
                "market-regulation",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 16));
    }

    @Override
    Map<String, Object> unlisted(LocalDate listedOn) {
        return shop(listedOn, "UNREACHABLE");
    }

    private Map<String, Object> shop(LocalDate markedOn, String cause) {
        String uscc = Town.uscc();
        Map<String, Object> record = Town.listing("ABNORMAL", path, uscc, markedOn, cause);
        record.put("subject", Map.of("type", "INDIVIDUAL_BUSINESS", "name", "虚构小吃店", "uscc", uscc));
        return record;
    }

    /** A shop that was restored already. */
    @Override
    Map<String, Object> early() {
        Map<String, Object> record =
                town.collected(shop(LocalDate.of(2025, 7, 8), "REPORT_MISSING"));
        town.closedItem(town.applied(application(record)));
        return record;
    }

    @Override
    String whyNot() {
        return "无须申请";
    }

    @Test
    void whatTheDataConfirmNeedsNoPerson() {
        Map<String, Object> record =
                town.collected(shop(LocalDate.of(2025, 7, 8), "REPORT_MISSING"));
        town.await(true, PLATFORMS, record.get("recordNo"));
        String no = town.applied(application(record));
        JsonNode item = town.closedItem(no);
        assertThat(item.path("result").asText()).isEqualTo("REPAIRED");
        assertThat(
                        history.createHistoricTaskInstanceQuery()
                                .processInstanceBusinessKey(no + "-1")
                                .count())
                .as("no person had a task")
                .isZero();
        town.await(false, PLATFORMS, record.get("recordNo"));
    }

    @Test
    void aPlatformThatDoesNotFollowInTimeIsABreachOfItsOwn() {
        sharedTooLate(LocalDate.of(2026, 3, 5));
    }
}
