package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;

/** What can happen on the path of a serious list whose unit verifies before it decides. */
abstract class VerifiedListStories extends PathStories {

    private final LocalDate listedTooLate;
    private final LocalDate firstDay;

    /**
     * @param listedTooLate a day of listing for which an application of 2 March 2026 is too early
     * @param firstDay on which a repair may be applied for then
     */
    VerifiedListStories(
            String path,
            String unit,
            LocalDate acceptBy,
            LocalDate decideBy,
            LocalDate listedTooLate,
            LocalDate firstDay) {
        super(path, unit, acceptBy, decideBy);
        this.listedTooLate = listedTooLate;
        this.firstDay = firstDay;
    }

    /** Listed long enough ago for each of the lists. */
    @Override
    Map<String, Object> record() {
        return town.collected(unlisted(LocalDate.of(2024, 6, 10)));
    }

    @Override
    Map<String, Object> unlisted(LocalDate listedOn) {
        Map<String, Object> listing = Town.penalty(path, Town.uscc(), listedOn);
        listing.put("category", "SERIOUS");
        listing.put("listedOn", listedOn.toString());
        listing.put("penaltyTypes", List.of());
        return listing;
    }

    @Override
    Map<String, Object> early() {
        return town.collected(unlisted(listedTooLate));
    }

    @Override
    LocalDate firstDay() {
        return firstDay;
    }

    @Override
    void accept(String key) {
        super.accept(key);
        town.completes(unit, key, "verification", "CONFIRMED", "现场查看，整改到位");
    }

    /** Last day for the platforms to follow a removal of 2 March 2026. */
    LocalDate followBy() {
        return LocalDate.of(2026, 3, 3);
    }

    @Test
    void whatWasNotConfirmedIsSaidToWhoeverDecides() {
        String no = town.applied(application(record()));
        super.accept(no + "-1");
        String task = town.task(no + "-1", "verification", unit).path("id").asText();
        Api.Answer silent = town.complete(unit, task, "verificationOutcome", "NOT_CONFIRMED", null);
        assertThat(silent.error("comment")).isEqualTo("REQUIRED");
        town.complete(unit, task, "verificationOutcome", "NOT_CONFIRMED", "隐患尚未消除").done();
        JsonNode stages = town.item(no).path("stages");
        assertThat(stages.get(1).path("stage").asText()).isEqualTo("VERIFICATION");
        assertThat(stages.get(1).path("remark").asText()).isEqualTo("隐患尚未消除");
        town.completes(unit, no + "-1", "decision", "REFUSE", "隐患尚未消除");
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REFUSED");
    }

    @Test
    void verificationAndDecisionShareOneLimitFromTheDayOfAcceptance() {
        String no = town.applied(application(record()));
        super.accept(no + "-1");
        assertThat(due(no, "VERIFICATION")).isEqualTo(decideBy);
        town.moveClock(MONDAY.plusDays(2));
        town.completes(unit, no + "-1", "verification", "CONFIRMED", null);
        assertThat(due(no, "DECISION")).isEqualTo(decideBy);
        town.completes(unit, no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("sla").asText()).isEqualTo("MET");
    }

    @Test
    void aVerificationThatTakesTooLongIsWarnedOfAndRecorded() {
        String no = town.applied(application(record()));
        super.accept(no + "-1");
        overdue(no, "VERIFICATION", decideBy);
    }

    @Test
    void aPlatformThatDoesNotFollowInTimeIsABreachOfItsOwn() {
        sharedTooLate(followBy());
    }
}
