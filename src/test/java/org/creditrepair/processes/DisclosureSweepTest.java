package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.creditrepair.clock.BusinessClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 公示期每日巡查: what the passing of time alone does to records. */
@Tag("database")
class DisclosureSweepTest extends ServerStory {

    @Test
    void aRecordAtItsLongestTermStopsBeingDisplayedEverywhere() {
        Map<String, Object> due = penalty(LocalDate.of(2023, 3, 3));
        Map<String, Object> notYet = penalty(LocalDate.of(2023, 3, 4));
        town.await(true, PLATFORMS, notYet.get("recordNo"));
        town.moveClock(MONDAY.plusDays(1));
        sweep();
        town.await(false, PLATFORMS, due.get("recordNo"));
        assertThat(town.displayed("gsxt", notYet.get("recordNo"))).isTrue();
        assertThat(state(due)).isEqualTo("EXPIRED");
        assertThat(state(notYet)).isEqualTo("DISPLAYED");
        sweep();
        assertThat(town.deliveries("gsxt", due.get("recordNo"))).as("told once").hasSize(2);
    }

    @Test
    void itComesDueEveryNight() {
        Job next =
                management
                        .createJobQuery()
                        .processDefinitionKey("disclosure-sweep")
                        .timers()
                        .singleResult();
        assertThat(BusinessClock.at(next.getDuedate()).toLocalTime())
                .isEqualTo(LocalTime.of(1, 30));
    }

    @Test
    void oneBadRecordStopsNeitherTheOthersNorTheRegions() {
        Map<String, Object> bad = penalty(LocalDate.of(2023, 3, 3));
        Map<String, Object> good = penalty(LocalDate.of(2023, 3, 3));
        Town wuhai = new Town(port, "150300");
        Map<String, Object> elsewhere =
                wuhai.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2023, 3, 3)));
        spoil(bad, "?");
        town.moveClock(MONDAY.plusDays(1));
        sweep();
        town.await(false, PLATFORMS, good.get("recordNo"));
        wuhai.await(false, PLATFORMS, elsewhere.get("recordNo"));
        assertThat(state(bad)).isEqualTo("DISPLAYED");
        assertThat(
                        town.supervisor
                                .get("/api/v1/regions/150100/supervision/sweeps")
                                .body()
                                .toString())
                .contains(bad.get("recordNo").toString());
        spoil(bad, ((Map<?, ?>) bad.get("subject")).get("uscc"));
    }

    /** Writes a code of the subject that cannot be read. */
    private void spoil(Map<String, Object> record, Object code) {
        jdbc.sql("update dishonesty_record set subject_code = ? where record_no = ?")
                .params(code, record.get("recordNo"))
                .update();
    }

    @Test
    void subjectsAboutToBecomeEligibleAreRemindedOnce() {
        Map<String, Object> soon =
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 12, 9));
        soon.put("subject", withMobile(soon));
        Map<String, Object> later =
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 12, 10));
        later.put("subject", withMobile(later));
        Map<String, Object> unreachable = penalty(LocalDate.of(2025, 12, 9));
        Map<String, Object> never =
                Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2025, 12, 9));
        never.put("penaltyTypes", List.of("吊销许可证件"));
        never.put("subject", withMobile(never));
        town.collected(soon);
        town.collected(never);
        town.collected(later);
        sweep();
        await().untilAsserted(() -> assertThat(messages(soon)).isEqualTo(1));
        sweep();
        assertThat(messages(soon)).isEqualTo(1);
        assertThat(messages(later)).isZero();
        assertThat(messages(unreachable)).isZero();
        assertThat(messages(never)).as("it may never be repaired").isZero();
    }

    @Test
    void twoYearsOnTheAssociationsAbnormalListLeadToTheSeriousList() {
        Town nowhere = new Town(port, "999900");
        Map<String, Object> listing =
                Town.listing(
                        "ABNORMAL",
                        "abnormal-social-organization",
                        Town.uscc(),
                        LocalDate.of(2024, 3, 2),
                        "REPORT_MISSING");
        nowhere.collected(listing);
        sweep();
        List<String> platforms = List.of("creditchina-local", "gsxt");
        nowhere.await(false, platforms, listing.get("recordNo"));
        nowhere.await(true, platforms, listing.get("recordNo") + "-S");
        assertThat(state(listing)).isEqualTo("TRANSFERRED");
    }

    private Map<String, Object> penalty(LocalDate decidedOn) {
        return town.collected(Town.penalty("penalty-other", Town.uscc(), decidedOn));
    }

    private static Map<String, Object> withMobile(Map<String, Object> record) {
        Map<?, ?> subject = (Map<?, ?>) record.get("subject");
        return Map.of(
                "type", subject.get("type"),
                "name", subject.get("name"),
                "uscc", subject.get("uscc"),
                "mobile", "13800000000");
    }

    private String state(Map<String, Object> record) {
        return jdbc.sql("select state from dishonesty_record where record_no = ?")
                .param(record.get("recordNo"))
                .query(String.class)
                .single();
    }

    /** Short messages about a record that were delivered. */
    private int messages(Map<String, Object> record) {
        return jdbc.sql(
                        """
                        select count(*) from push where platform = 'sms' and status = 'DELIVERED'
                        and payload like ?""")
                .param("%" + record.get("recordNo") + "）%")
                .query(Integer.class)
                .single();
    }
}
