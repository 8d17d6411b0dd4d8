package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 企业经营异常名录: accepted within 5 and decided within 10 working days (呼和浩特方案四（一）、五（四）); a missing
 * report that was made up for needs no person, an address at which nobody was reached is visited.
 */
@Tag("postgresql")
class AbnormalOperationsTest extends PathStories {

    AbnormalOperationsTest() {
        super(
                "abnormal-operations",
                "market-regulation",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 16));
    }

    /** False information is for a person to judge. */
    @Override
    Map<String, Object> unlisted(LocalDate listedOn) {
        return listing(Town.uscc(), listedOn, "FALSE_INFORMATION");
    }

    private Map<String, Object> listing(String uscc, LocalDate listedOn, String cause) {
        return Town.listing("ABNORMAL", path, uscc, listedOn, cause);
    }

    private Map<String, Object> missingReport(String uscc, int year) {
        return listing(uscc, LocalDate.of(year, 7, 8), "REPORT_MISSING");
    }

    /** A record that was repaired already. */
    @Override
    Map<String, Object> early() {
        Map<String, Object> record = town.collected(missingReport(Town.uscc(), 2025));
        town.closedItem(town.applied(application(record)));
        return record;
    }

    @Override
    String whyNot() {
        return "无须申请";
    }

    @Test
    void aMissingReportMadeUpForNeedsNoPerson() {
        Map<String, Object> record = town.collected(missingReport(Town.uscc(), 2025));
        town.await(true, PLATFORMS, record.get("recordNo"));
        String no = town.applied(application(record));
        JsonNode item = town.closedItem(no);
        assertThat(item.path("result").asText()).isEqualTo("REPAIRED");
        assertThat(item.path("stages"))
                .extracting(stage -> stage.path("outcome").asText())
                .containsExactly("ACCEPT", "REPAIR", "SHARED");
        assertThat(
                        history.createHistoricTaskInstanceQuery()
                                .processInstanceBusinessKey(no + "-1")
                                .count())
                .as("no person had a task")
                .isZero();
        town.await(false, PLATFORMS, record.get("recordNo"));
    }

    @Test
    void twoMissingReportsInOneApplicationAreBothMadeUpFor() {
        String uscc = Town.uscc();
        Map<String, Object> first = town.collected(missingReport(uscc, 2024));
        Map<String, Object> second = town.collected(missingReport(uscc, 2025));
        String no = town.applied(town.application(List.of(first, second)));
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
        assertThat(town.shown(second).isMissingNode()).isTrue();
    }

    @Test
    void aSecondListingThatStaysOpenIsForAPersonToSee() {
        String uscc = Town.uscc();
        Map<String, Object> applied = town.collected(missingReport(uscc, 2024));
        town.collected(missingReport(uscc, 2025));
        String no = town.applied(application(applied));
        town.task(no + "-1", "acceptance", unit);
    }

    @Test
    void aReportThatTheDataSayIsStillMissingIsForAPersonToSee() {
        Map<String, Object> record = missingReport(Town.uscc(), 2025);
        record.put("outstanding", true);
        String no = town.applied(application(town.collected(record)));
        town.task(no + "-1", "acceptance", unit);
    }

    @Test
    void anAddressAtWhichNobodyWasReachedIsVisited() {
        Map<String, Object> record =
                town.collected(listing(Town.uscc(), LocalDate.of(2025, 6, 10), "UNREACHABLE"));
        String no = town.applied(application(record));
        accept(no + "-1");
        assertThat(due(no, "VERIFICATION")).isEqualTo(decideBy);
        town.completes(unit, no + "-1", "verification", "CONFIRMED", "现场已取得联系");
        town.completes(unit, no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
    }

    @Test
    void aVisitThatTakesTooLongIsWarnedOfAndRecorded() {
        Map<String, Object> record =
                town.collected(listing(Town.uscc(), LocalDate.of(2025, 6, 10), "UNREACHABLE"));
        String no = town.applied(application(record));
        accept(no + "-1");
        overdue(no, "VERIFICATION", decideBy);
    }

    @Test
    void aPlatformThatDoesNotFollowInTimeIsABreachOfItsOwn() {
        sharedTooLate(LocalDate.of(2026, 3, 5));
    }
}
