package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;

/** What can happen to an item on its path; each path tells these stories and its own. */
abstract class PathStories extends ServerStory {

    final String path;
    final String unit;
    final LocalDate acceptBy;
    final LocalDate decideBy;

    /**
     * @param acceptBy last day of acceptance for an application of Monday, 2 March 2026
     * @param decideBy last day of the decision if it is accepted on that Monday
     */
    PathStories(String path, String unit, LocalDate acceptBy, LocalDate decideBy) {
        this.path = path;
        this.unit = unit;
        this.acceptBy = acceptBy;
        this.decideBy = decideBy;
    }

    Map<String, Object> record() {
        return town.collected(unlisted(LocalDate.of(2025, 6, 10)));
    }

    /** A record of the path's kind, not delivered yet. */
    Map<String, Object> unlisted(LocalDate decidedOn) {
        return Town.penalty(path, Town.uscc(), decidedOn);
    }

    /** A record for which it is too early to apply until {@link #firstDay()}. */
    Map<String, Object> early() {
        return town.collected(unlisted(LocalDate.of(2025, 12, 3)));
    }

    /** An application for a record, right in every field. */
    Map<String, Object> application(Map<String, Object> record) {
        return town.application(List.of(record));
    }

    /** The unit accepts, and does what comes before the decision. */
    void accept(String key) {
        town.completes(unit, key, "acceptance", "ACCEPT", null);
    }

    LocalDate firstDay() {
        return LocalDate.of(2026, 3, 3);
    }

    /** What is said to an application for {@link #early()}. */
    String whyNot() {
        return firstDay().toString();
    }

    @Test
    void aRepairIsGrantedAndTheRecordVanishesEverywhere() {
        Map<String, Object> record = record();
        await().until(() -> town.displayed("gsxt", record.get("recordNo")));

        String no = town.applied(application(record));
        assertThat(town.item(no).path("status").asText()).isEqualTo("SUBMITTED");
        assertThat(due(no, "ACCEPTANCE")).isEqualTo(acceptBy);
        ProcessInstance review = running(no + "-1");
        ProcessEngineTests.assertThat(review)
                .isWaitingAt("acceptance")
                .hasPassed("serviceTask_checkDisplay")
                .hasNotPassed("serviceTask_rejectEnded");

        accept(no + "-1");
        assertThat(town.item(no).path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(due(no, "DECISION")).isEqualTo(decideBy);

        town.completes(unit, no + "-1", "decision", "REPAIR", null);
        JsonNode item = town.closedItem(no);
        assertThat(item.path("result").asText()).isEqualTo("REPAIRED");
        assertThat(item.path("sla").asText()).isEqualTo("MET");
        for (String platform : PLATFORMS) {
            assertThat(town.displayed(platform, record.get("recordNo"))).as(platform).isFalse();
            JsonNode deliveries = town.deliveries(platform, record.get("recordNo"));
            assertThat(deliveries).hasSize(2);
            assertThat(deliveries.get(1).path("idempotencyKey").asText())
                    .isEqualTo(no + "-1-" + platform + "-" + endEvent());
        }
        assertThat(town.anybody.get(recordsOf(record)).body()).isEmpty();
        ProcessEngineTests.assertThat(review)
                .isEnded()
                .hasPassedInOrder(
                        "acceptance",
                        "decision",
                        "serviceTask_endDisplay",
                        "sendTask_notifyDecision",
                        "callActivity_shareResult",
                        "serviceTask_finishRepair",
                        "endEvent_repaired")
                .hasNotPassed(
                        "sendTask_notifyCorrection",
                        "boundaryEvent_acceptanceLimit",
                        "sendTask_notifyNotRepaired");
    }

    @Test
    void aRepairIsGrantedAfterOneCorrectionThatStopsTheClock() {
        Map<String, Object> record = record();
        String no = town.applied(application(record));
        town.completes(unit, no + "-1", "acceptance", "CORRECT", "请补充履行证明，并重新签署承诺书");
        assertThat(town.item(no).path("status").asText()).isEqualTo("AWAITING_CORRECTION");
        assertThat(town.tasks(no + "-1", "acceptance", unit)).isEmpty();

        town.moveClock(MONDAY.plusDays(7));
        Api.Answer nothing = town.portal.post(corrections(no), Map.of("materials", List.of()));
        assertThat(nothing.error("materials")).isEqualTo("REQUIRED");
        Api.Answer corrected = town.triesToCorrect(no, "supplement");
        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(corrected.body().path("status").asText()).isEqualTo("SUBMITTED");
        assertThat(due(no, "ACCEPTANCE")).isEqualTo(acceptBy.plusDays(7));

        String task = town.task(no + "-1", "acceptance", unit).path("id").asText();
        Api.Answer again = town.complete(unit, task, "acceptanceOutcome", "CORRECT", "还缺一份");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.error("acceptanceOutcome")).isEqualTo("CORRECTED_ALREADY");

        accept(no + "-1");
        town.completes(unit, no + "-1", "decision", "REPAIR", null);
        JsonNode item = town.closedItem(no);
        assertThat(item.path("result").asText()).isEqualTo("REPAIRED");
        assertThat(item.path("sla").asText()).isEqualTo("MET");
    }

    @Test
    void aRepairIsRefusedWithReasonsAndTheRecordStays() {
        Map<String, Object> record = record();
        String no = town.applied(application(record));
        accept(no + "-1");
        town.completes(unit, no + "-1", "decision", "REFUSE", "罚款尚未缴清");
        JsonNode item = town.closedItem(no);
        assertThat(item.path("result").asText()).isEqualTo("REFUSED");
        assertThat(item.path("resultReason").asText()).isEqualTo("罚款尚未缴清");
        assertThat(town.displayed("gsxt", record.get("recordNo"))).isTrue();
        assertThat(town.anybody.get(recordsOf(record)).body().get(0).path("eligible").asBoolean())
                .as("may apply again")
                .isTrue();
    }

    @Test
    void anApplicationIsRejected() {
        Map<String, Object> record = record();
        String no = town.applied(application(record));
        town.completes(unit, no + "-1", "acceptance", "REJECT", "申请主体与当事人不一致");
        JsonNode item = town.closedItem(no);
        assertThat(item.path("result").asText()).isEqualTo("REJECTED");
        assertThat(town.displayed("gsxt", record.get("recordNo"))).isTrue();
    }

    @Test
    void aPersonSeesWhyAnApplicationIsRejectedUnlessTheRecordIsOffDisplay() {
        Map<String, Object> record = early();
        boolean displayed = !town.shown(record).isMissingNode();
        String no = town.applied(application(record));
        JsonNode item = displayed ? town.rejectedByRules(unit, no) : town.closedItem(no);
        assertThat(item.path("result").asText()).isEqualTo("REJECTED");
        assertThat(item.path("resultReason").asText()).contains(whyNot());
        assertThat(item.path("stages").isEmpty()).isNotEqualTo(displayed);
    }

    /** An application for what has ended by itself long ago, told without a person. */
    void applyForWhatHasEnded() {
        Map<String, Object> record = town.collected(unlisted(LocalDate.of(2018, 6, 11)));
        assertThat(town.shown(record).isMissingNode()).isTrue();
        JsonNode item = town.closedItem(town.applied(application(record)));
        assertThat(item.path("result").asText()).isEqualTo("REJECTED");
        assertThat(item.path("resultReason").asText()).isNotEmpty();
        assertThat(item.path("stages")).isEmpty();
    }

    @Test
    void anApplicantWithdrawsBeforeTheDecisionButNotAfterIt() {
        Map<String, Object> record = record();
        String no = town.applied(application(record));
        accept(no + "-1");
        Api.Answer withdrawn = town.portal.post(withdrawal(no), "");
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.body().path("result").asText()).isEqualTo("WITHDRAWN");
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("WITHDRAWN");
        assertThat(town.portal.post(withdrawal(no), "").status()).isEqualTo(409);
        assertThat(town.tasks(no + "-1", "decision", unit)).isEmpty();
    }

    @Test
    void anApplicantWithdrawsInsteadOfCorrecting() {
        Map<String, Object> record = record();
        String no = town.applied(application(record));
        town.completes(unit, no + "-1", "acceptance", "CORRECT", "请重新上传承诺书");
        assertThat(town.portal.post(withdrawal(no), "").status()).isEqualTo(200);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("WITHDRAWN");
        town.applied(application(record));
    }

    @Test
    void aCorrectionThatNeverComesIsGivenUp() {
        Map<String, Object> record = record();
        String no = town.applied(application(record));
        town.completes(unit, no + "-1", "acceptance", "CORRECT", "请重新上传承诺书");
        town.moveClock(OffsetDateTime.parse("2026-03-16T23:59:00+08:00"));
        assertThat(town.item(no).path("status").asText()).isEqualTo("AWAITING_CORRECTION");
        town.moveClock(OffsetDateTime.parse("2026-03-17T00:00:01+08:00"));
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("LAPSED");
        Api.Answer late = town.triesToCorrect(no, "supplement");
        assertThat(late.status()).isEqualTo(409);
    }

    @Test
    void bothLimitsAreMissedSeenAndRecorded() {
        Map<String, Object> record = record();
        String no = town.applied(application(record));
        String key = no + "-1";

        town.moveClock(at(acceptBy, "00:00:01"));
        await().untilAsserted(() -> assertThat(sla(no)).isEqualTo("AT_RISK"));
        await().until(() -> warned(key, "endEvent_acceptanceWarned"));
        assertThat(incidents(key)).isZero();

        town.moveClock(at(acceptBy.plusDays(1), "00:00:01"));
        await().untilAsserted(() -> assertThat(incidents(key)).isEqualTo(1));
        assertThat(sla(no)).isEqualTo("BREACHED");
        assertThat(breaches(no)).containsExactly("ACCEPTANCE");

        accept(key);
        assertThat(incidents(key)).as("resolved with the task").isZero();
        LocalDate decide = due(no, "DECISION");
        town.moveClock(at(decide.plusDays(1), "00:00:01"));
        await().untilAsserted(() -> assertThat(incidents(key)).isEqualTo(1));
        assertThat(breaches(no)).containsExactly("DECISION", "ACCEPTANCE");

        town.completes(unit, key, "decision", "REPAIR", null);
        JsonNode item = town.closedItem(no);
        assertThat(item.path("result").asText()).isEqualTo("REPAIRED");
        assertThat(item.path("sla").asText()).as("a breach stays").isEqualTo("BREACHED");
        assertThat(breaches(no)).hasSize(2);
    }

    @Test
    void aPlatformIsDownThenUpAgainAndTheOthersDoNotWait() {
        Map<String, Object> record = record();
        String no = town.applied(application(record));
        accept(no + "-1");
        town.behave("gsxt", "DOWN");
        town.completes(unit, no + "-1", "decision", "REPAIR", null);

        for (String platform : List.of("creditchina", "creditchina-local", "credit-platform")) {
            await().untilAsserted(
                            () ->
                                    assertThat(town.displayed(platform, record.get("recordNo")))
                                            .isFalse());
        }
        assertThat(town.item(no).path("status").asText()).isEqualTo("SHARING");
        assertThat(town.displayed("gsxt", record.get("recordNo"))).isTrue();

        await().atMost(Duration.ofSeconds(20)).until(() -> attempts(no) >= 1);
        town.behave("gsxt", "NORMAL");
        assertThat(town.closedItemAfterRetries(no).path("result").asText()).isEqualTo("REPAIRED");
        assertThat(town.displayed("gsxt", record.get("recordNo"))).isFalse();
        assertThat(town.deliveries("gsxt", record.get("recordNo"))).hasSize(2);
    }

    /** A stage that lasts beyond its limit is warned of and recorded. */
    void overdue(String no, String stage, LocalDate limit) {
        town.moveClock(at(limit, "00:00:01"));
        await().untilAsserted(() -> assertThat(sla(no)).isEqualTo("AT_RISK"));
        await().until(
                        () ->
                                warned(
                                        no + "-1",
                                        "endEvent_" + stage.toLowerCase(Locale.ROOT) + "Warned"));
        town.moveClock(at(limit.plusDays(1), "00:00:01"));
        await().untilAsserted(() -> assertThat(incidents(no + "-1")).isEqualTo(1));
        assertThat(breaches(no)).containsExactly(stage);
    }

    /** A platform that does not follow a removal of 2 March 2026 in time is a breach of its own. */
    void sharedTooLate(LocalDate followBy) {
        String no = town.applied(application(record()));
        accept(no + "-1");
        town.behave("credit-platform", "FAILING");
        town.completes(unit, no + "-1", "decision", "REPAIR", null);
        await().until(() -> town.item(no).path("status").asText().equals("SHARING"));
        assertThat(due(no, "SHARING")).isEqualTo(followBy);
        await().until(() -> platformsThatWait(no + "-1-" + endEvent()) == 1);
        town.moveClock(at(followBy.plusDays(1), "00:00:01"));
        await().untilAsserted(() -> assertThat(breaches(no)).containsExactly("SHARING"));
        assertThat(incidents(no + "-1")).as("the case's and the platform's").isBetween(1L, 2L);
        town.behave("credit-platform", "NORMAL");
        assertThat(town.closedItemAfterRetries(no).path("sla").asText()).isEqualTo("BREACHED");
    }

    /** At its full term a list is left, and platforms are told so, without a person. */
    void leftAtFullTerm() {
        Map<String, Object> record = record();
        town.await(true, PLATFORMS, record.get("recordNo"));
        jdbc.sql(
                        """
                        update dishonesty_record set display_ends_on = date '2026-03-02'
                        where record_no = ?""")
                .param(record.get("recordNo"))
                .update();
        String no = town.applied(application(record));
        JsonNode item = town.closedItem(no);
        assertThat(item.path("result").asText()).isEqualTo("REPAIRED");
        assertThat(item.path("stages").get(1).path("remark").asText()).contains("最长期限已届满");
        town.await(false, PLATFORMS, record.get("recordNo"));
        assertThat(
                        town.deliveries("gsxt", record.get("recordNo"))
                                .findValuesAsText("idempotencyKey"))
                .contains(no + "-1-gsxt-EXPIRED");
    }

    /** What platforms are told when a display ends by repair. */
    private String endEvent() {
        return unlisted(LocalDate.of(2025, 6, 10)).get("category").equals("PENALTY")
                ? "REPAIRED"
                : "REMOVED";
    }

    private ProcessInstance running(String key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).singleResult();
    }

    private int attempts(String no) {
        return jdbc.sql("select attempts from push where idempotency_key = ?")
                .param(no + "-1-gsxt-" + endEvent())
                .query(Integer.class)
                .single();
    }

    boolean warned(String key, String endEvent) {
        return history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance(key))
                        .activityId(endEvent)
                        .count()
                == 1;
    }

    long incidents(String key) {
        return runtime.createIncidentQuery()
                .processInstanceId(instance(key))
                .incidentType("slaBreach")
                .count();
    }

    /** How many platforms of a sharing have not followed yet. */
    private long platformsThatWait(String sharing) {
        return running(sharing) == null
                ? 0
                : history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance(sharing))
                        .activityType("subProcess")
                        .unfinished()
                        .count();
    }

    private String instance(String key) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
    }

    List<String> breaches(String no) {
        JsonNode all =
                town.supervisor
                        .get("/api/v1/regions/" + town.region + "/supervision/breaches")
                        .body();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(breach -> breach.path("applicationNo").asText().equals(no))
                .map(breach -> breach.path("stage").asText())
                .toList();
    }

    private String sla(String no) {
        return town.item(no).path("sla").asText();
    }

    LocalDate due(String no, String stage) {
        JsonNode stages = town.item(no).path("stages");
        JsonNode last = stages.get(stages.size() - 1);
        assertThat(last.path("stage").asText()).isEqualTo(stage);
        return OffsetDateTime.parse(last.path("dueAt").asText()).toLocalDate();
    }

    static OffsetDateTime at(LocalDate day, String time) {
        return OffsetDateTime.parse(day + "T" + time + "+08:00");
    }

    private String recordsOf(Map<String, Object> record) {
        Object uscc = ((Map<?, ?>) record.get("subject")).get("uscc");
        return "/api/v1/regions/" + town.region + "/subjects/" + uscc + "/records";
    }

    private static String corrections(String no) {
        return "/api/v1/applications/" + no + "/items/1/corrections";
    }

    private static String withdrawal(String no) {
        return "/api/v1/applications/" + no + "/items/1/withdrawal";
    }
}
