package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.creditrepair.hotline.Hotline;
import org.creditrepair.hotline.HotlineForm;
import org.creditrepair.vocabulary.RegionCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Limits follow the calendar when a year's arrangement is imported, changed or revoked. */
@Tag("postgresql")
class CalendarAdministrationTest extends ServerStory {

    private static final String CHANGES = "/api/v1/calendar/changes";
    private static final String OF_2027 =
            "休 2027-01-01..2027-01-03 元旦\n休 2027-01-04 元旦\n班 2027-01-09 元旦";

    @Autowired private Hotline hotline;

    private Api admin() {
        return town.anybody.as("admin");
    }

    private Api.Answer send(String path, String text) {
        return admin().send(CHANGES + path, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode imported(int year, String text) {
        Api.Answer answer = send("?year=" + year + "&source=notice", text);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return finished(answer.body().path("id").asLong());
    }

    private JsonNode finished(long id) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                !admin().get(CHANGES + "/" + id)
                                        .body()
                                        .path("change")
                                        .path("finishedAt")
                                        .isNull());
        return admin().get(CHANGES + "/" + id).body();
    }

    private void revoke(long id) {
        Api.Answer answer =
                admin().post(CHANGES + "/" + id + "/revocation", Map.of("reason", "导入有误"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        finished(answer.body().path("id").asLong());
    }

    private String applied(LocalDate decidedOn) {
        Map<String, Object> record =
                town.collected(Town.penalty("penalty-other", Town.uscc(), decidedOn));
        String no = town.applied(town.application(List.of(record)));
        town.task(no + "-1", "acceptance", "credit-center");
        return no;
    }

    private JsonNode stage(String no) {
        JsonNode stages = town.item(no).path("stages");
        return stages.get(stages.size() - 1);
    }

    private String timers(String no) {
        return management
                .createJobQuery()
                .processInstanceId(
                        runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(no + "-1")
                                .singleResult()
                                .getId())
                .timers()
                .orderByJobDuedate()
                .asc()
                .list()
                .stream()
                .map(job -> org.creditrepair.clock.BusinessClock.at(job.getDuedate()))
                .map(due -> due.toLocalDate().toString())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    void aYearThatIsImportedMovesProvisionalLimitsAndMayBeRevoked() {
        town.moveClock(OffsetDateTime.parse("2026-12-30T09:00:00+08:00"));
        String no = applied(LocalDate.of(2026, 6, 10));
        assertThat(stage(no).path("dueAt").asText()).startsWith("2027-01-05");
        assertThat(stage(no).path("certain").asBoolean()).isFalse();
        assertThat(town.anybody.get("/api/v1/calendar/years").body().path("lastKnownDay").asText())
                .isEqualTo("2026-12-31");

        JsonNode preview = send("/preview?year=2027", OF_2027).body();
        assertThat(preview.path("days").toString()).isEqualTo("[\"2027-01-04\",\"2027-01-09\"]");
        assertThat(preview.path("processes").asInt()).isPositive();
        assertThat(preview.path("moved").findValuesAsText("reference"))
                .doesNotContain("")
                .isNotEmpty();
        assertThat(stage(no).path("dueAt").asText()).as("只预览").startsWith("2027-01-05");

        JsonNode change = imported(2027, OF_2027);
        assertThat(stage(no).path("dueAt").asText()).startsWith("2027-01-06");
        assertThat(stage(no).path("certain").asBoolean()).isTrue();
        assertThat(town.task(no + "-1", "acceptance", "credit-center").path("due").asText())
                .startsWith("2027-01-06");
        assertThat(timers(no)).isEqualTo("2027-01-06");
        assertThat(change.path("log").findValuesAsText("reference")).contains(no + "-1");
        assertThat(
                        town.anybody
                                .get("/api/v1/calendar/deadline?from=2026-12-31&workingDays=1")
                                .body()
                                .path("deadline")
                                .asText())
                .isEqualTo("2027-01-05");

        revoke(change.path("change").path("id").asLong());
        assertThat(stage(no).path("dueAt").asText()).startsWith("2027-01-05");
        assertThat(stage(no).path("certain").asBoolean()).isFalse();
        assertThat(timers(no)).isEqualTo("2027-01-05");
        town.moveClock(OffsetDateTime.parse("2027-01-06T00:10:00+08:00"));
        await().until(() -> town.item(no).path("sla").asText().equals("BREACHED"));
    }

    @Test
    void aProcessOfNoRegionGoesByTheNationalCalendar() {
        town.moveClock(OffsetDateTime.parse("2026-12-30T09:00:00+08:00"));
        String deployment =
                repository
                        .createDeployment()
                        .addModelInstance(
                                "nationwide.bpmn",
                                Bpmn.createExecutableProcess("nationwide")
                                        .camundaHistoryTimeToLive(1)
                                        .startEvent()
                                        .intermediateCatchEvent()
                                        .timerWithDate("2027-01-05T23:59:59")
                                        .endEvent()
                                        .done())
                        .deploy()
                        .getId();
        try {
            runtime.startProcessInstanceByKey("nationwide", "NATIONWIDE");
            Api.Answer preview = send("/preview?year=2027", OF_2027);
            assertThat(preview.status()).as(preview.text()).isEqualTo(200);
            assertThat(preview.body().path("processes").asInt()).isPositive();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void manyLimitsAreMovedInBatches() {
        town.moveClock(OffsetDateTime.parse("2026-12-30T09:00:00+08:00"));
        for (int i = 0; i < 120; i++) {
            hotline.ask(
                    new RegionCode("150100"),
                    new HotlineForm("CONSULTATION", "虚构来电人", "13800000000", "如何修复？", null),
                    "150100-portal",
                    "150100-portal");
        }
        JsonNode change = imported(2027, "休 2027-01-01..2027-01-04 元旦");
        assertThat(change.path("change").path("moved").asInt()).isGreaterThanOrEqualTo(240);
        assertThat(change.path("log").findValuesAsText("after"))
                .filteredOn(after -> after.startsWith("2027-01-15"))
                .hasSizeGreaterThanOrEqualTo(120);
        revoke(change.path("change").path("id").asLong());
    }

    @Test
    void aSuspendedCaseKeepsItsWorkingDaysThroughAChange() {
        town.moveClock(OffsetDateTime.parse("2026-12-30T09:00:00+08:00"));
        String no = applied(LocalDate.of(2026, 6, 10));
        String instance =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(no + "-1")
                        .singleResult()
                        .getId();
        runtime.suspendProcessInstanceById(instance);
        JsonNode change = imported(2027, OF_2027);
        town.moveClock(OffsetDateTime.parse("2027-01-05T09:00:00+08:00"));
        runtime.activateProcessInstanceById(instance);
        assertThat(stage(no).path("dueAt").asText())
                .as("自 1 月 5 日起 3 个工作日")
                .startsWith("2027-01-08");
        assertThat(town.item(no).path("sla").asText()).isEqualTo("ON_TRACK");
        revoke(change.path("change").path("id").asLong());
    }

    @Test
    void aChangeWaitsForTheOneBefore() {
        jdbc.sql(
                        """
                        insert into calendar_change (calendar_year, source, changed_by, changed_at)
                        values (2030, 'test', 'admin', ?)""")
                .param(MONDAY)
                .update();
        try {
            assertThat(send("?year=2027&source=x", OF_2027).error("id")).isEqualTo("STILL_MOVING");
        } finally {
            jdbc.sql("delete from calendar_change where calendar_year = 2030").update();
        }
    }

    @Test
    void aWrongArrangementIsRefusedAndNamed() {
        assertThat(send("?year=2027&source=x", "").error("text")).isEqualTo("REQUIRED");
        assertThat(send("?year=2027&source=x", "放假 2027-01-01 元旦").error("text"))
                .isEqualTo("INVALID");
        assertThat(send("?year=2027&source=x", "休 2026-01-01 元旦").error("text"))
                .isEqualTo("OTHER_YEAR");
        assertThat(send("?year=1999&source=x", "休 1999-01-01 元旦").error("year")).isEqualTo("RANGE");
        assertThat(send("?year=2027&source=", OF_2027).error("source")).isEqualTo("REQUIRED");
        assertThat(
                        admin().send(
                                        CHANGES + "/preview?year=2028",
                                        "text/csv",
                                        "date,kind,name\n2028-01-03,holiday,元旦\n2028-01-08,workday,元旦\n"
                                                .getBytes(StandardCharsets.UTF_8))
                                .body()
                                .path("days"))
                .hasSize(2);
        assertThat(town.supervisor.get(CHANGES).status()).isEqualTo(403);
        assertThat(admin().post(CHANGES + "/999999/revocation", Map.of("reason", "x")).status())
                .isEqualTo(404);
    }

    @Test
    void fromNovemberOnTheMissingYearIsSaid() {
        town.moveClock(OffsetDateTime.parse("2026-11-16T09:00:00+08:00"));
        superviseDaily();
        assertThat(town.supervisor.get("/api/v1/messages").body().findValuesAsText("text"))
                .contains("2027 年节假日安排尚未导入，跨年的时限均为待核");
    }
}
