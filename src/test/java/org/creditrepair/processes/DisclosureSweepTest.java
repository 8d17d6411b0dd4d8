package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.creditrepair.Api;
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
    void whoWantsNoRemindersIsNotReminded() {
        String mobile = "13800007701";
        assertThat(
                        town.anybody
                                .post(
                                        "/api/v1/regions/150100/mobile-codes",
                                        Map.of("mobile", mobile))
                                .status())
                .isEqualTo(202);
        String token =
                town.anybody
                        .post(
                                "/api/v1/regions/150100/mobile-logins",
                                Map.of("mobile", mobile, "code", town.codeSentTo(mobile)))
                        .body()
                        .path("token")
                        .asText();
        Api applicant = town.anybody.withToken(token);
        String address = "/api/v1/regions/150100/reminders";
        assertThat(applicant.put(address, Map.of("mobile", "13800007702", "wanted", false)).text())
                .as("of another mobile")
                .contains("NOT_PROVED");
        assertThat(applicant.put(address, Map.of("mobile", mobile)).text()).contains("wanted");
        assertThat(town.anybody.put(address, Map.of("mobile", mobile, "wanted", false)).status())
                .isEqualTo(401);
        Map<String, Object> refused = Map.of("mobile", mobile, "wanted", false);
        assertThat(applicant.put(address, refused).status()).isEqualTo(200);
        assertThat(applicant.put(address, refused).status()).as("again").isEqualTo(200);
        Map<String, Object> quiet = about(mobile);
        Map<String, Object> told = about("13800007703");
        sweep();
        await().untilAsserted(() -> assertThat(messages(told)).isEqualTo(1));
        assertThat(messages(quiet)).isZero();
    }

    private Map<String, Object> about(String mobile) {
        Map<String, Object> record =
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 12, 9));
        Map<String, Object> subject = new LinkedHashMap<>(withMobile(record));
        subject.put("mobile", mobile);
        record.put("subject", subject);
        return town.collected(record);
    }

    @Test
    void anApplicantIsRemindedOnceBeforeACorrectionLapsesByMailToo() {
        Map<String, Object> record = penalty(LocalDate.of(2025, 6, 2));
        Map<String, Object> application = town.application(List.of(record));
        application.put("email", "applicant@example.com");
        String caseKey = town.applied(application) + "-1";
        town.completes("credit-center", caseKey, "acceptance", "CORRECT", "请补交罚款缴纳票据");
        sweep();
        assertThat(lapsing(record)).as("too early").isEmpty();
        town.moveClock(
                jdbc.sql(
                                "select due_at from case_stage where application_no = ? and stage = 'CORRECTION'")
                        .param(application(caseKey))
                        .query(OffsetDateTime.class)
                        .single()
                        .minusDays(1));
        sweep();
        await().untilAsserted(() -> assertThat(lapsing(record)).hasSize(2));
        sweep();
        assertThat(lapsing(record))
                .as("once, to mobile and mailbox")
                .hasSize(2)
                .allMatch(text -> text.contains("补正期限到"));
        assertThat(
                        jdbc.sql("select distinct receiver from notice where application_no = ?")
                                .param(application(caseKey))
                                .query(String.class)
                                .list())
                .as("masked in the register")
                .containsExactly("138****0000、a***@example.com");
    }

    private static String application(String caseKey) {
        return caseKey.substring(0, caseKey.lastIndexOf('-'));
    }

    private List<String> lapsing(Map<String, Object> record) {
        return jdbc.sql(
                        """
                        select body from sandbox_delivery
                        where platform in ('sms', 'email') and body like '%尚未补正%'
                            and body like ?""")
                .param("%" + record.get("recordNo") + "）%")
                .query(String.class)
                .list();
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
