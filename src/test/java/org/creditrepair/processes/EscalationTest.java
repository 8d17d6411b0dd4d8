package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens so that no task is forgotten. */
@Tag("postgresql")
class EscalationTest extends ServerStory {

    private static final String UNIT = "credit-center";

    private String no;
    private String task;

    @BeforeEach
    void apply() {
        no = applied();
        task = task(no, "acceptance");
    }

    private String applied() {
        return appliedBy(Town.uscc());
    }

    private String task(String applicationNo, String key) {
        return town.task(applicationNo + "-1", key, UNIT).path("id").asText();
    }

    /** The steps taken about the case, as the supervisor sees them. */
    private List<String> steps() {
        return stepsOf(no);
    }

    private List<String> stepsOf(String applicationNo) {
        List<String> steps = new ArrayList<>();
        supervised(applicationNo)
                .path("escalations")
                .forEach(step -> steps.add(step.path("step").asText()));
        return steps;
    }

    private JsonNode supervised() {
        return supervised(no);
    }

    private JsonNode supervised(String applicationNo) {
        return town.supervisor
                .get("/api/v1/regions/150100/supervision/cases/" + applicationNo + "-1")
                .body();
    }

    private static List<String> kinds(Api reader, String reference) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode message : reader.get("/api/v1/messages").body()) {
            if (message.path("reference").asText().equals(reference)) {
                kinds.add(message.path("kind").asText());
            }
        }
        return kinds;
    }

    private Api.Answer act(Api who, String action, Map<String, Object> form) {
        return who.post("/api/v1/regions/150100/tasks/" + task + "/" + action, form);
    }

    @Test
    void whoeverHasTheTaskIsWarnedThenItsHeadsAndTheSupervisorsAreTold() {
        Api head = town.anybody.as("150100-credit-center-head");
        town.moveClock(OffsetDateTime.parse("2026-03-05T00:10:00+08:00"));
        await().until(() -> steps().contains("WARNED"));
        assertThat(kinds(town.unit(UNIT), no + "-1")).containsExactly("临期提醒");
        assertThat(kinds(town.supervisor, no + "-1")).isEmpty();
        town.moveClock(OffsetDateTime.parse("2026-03-06T00:10:00+08:00"));
        await().until(() -> steps().contains("BREACHED"));
        assertThat(kinds(head, no + "-1")).contains("超期通报");
        assertThat(kinds(town.supervisor, no + "-1")).containsExactly("超期通报");
        assertThat(steps()).containsExactly("WARNED", "BREACHED");
    }

    @Test
    void anOverdueTaskIsRemindedOfOnceADay() {
        town.moveClock(OffsetDateTime.parse("2026-03-06T09:00:00+08:00"));
        await().until(() -> steps().contains("BREACHED"));
        superviseDaily();
        superviseDaily();
        assertThat(steps()).filteredOn("REMINDED"::equals).hasSize(1);
        town.moveClock(OffsetDateTime.parse("2026-03-09T09:00:00+08:00"));
        superviseDaily();
        assertThat(steps()).filteredOn("REMINDED"::equals).hasSize(2);
        assertThat(kinds(town.anybody.as("150100-credit-center-head"), no + "-1"))
                .filteredOn("每日催办"::equals)
                .hasSize(2);
    }

    @Test
    void onADayOffNobodyIsReminded() {
        town.moveClock(OffsetDateTime.parse("2026-03-06T09:00:00+08:00"));
        await().until(() -> steps().contains("BREACHED"));
        town.moveClock(OffsetDateTime.parse("2026-03-08T09:00:00+08:00"));
        superviseDaily();
        assertThat(steps()).doesNotContain("REMINDED");
    }

    @Test
    void oneTaskThatCannotBeRemindedOfNeverStopsTheOthers() {
        String other = applied();
        String second = task(other, "acceptance");
        town.moveClock(OffsetDateTime.parse("2026-03-06T09:00:00+08:00"));
        await().until(() -> steps().contains("BREACHED") && stepsOf(other).contains("BREACHED"));
        engine.getTaskService().deleteCandidateGroup(second, "150100-credit-center");
        superviseDaily();
        engine.getTaskService().addCandidateGroup(second, "150100-credit-center");
        assertThat(steps()).contains("REMINDED");
        JsonNode sweeps = town.supervisor.get("/api/v1/regions/150100/supervision/sweeps").body();
        assertThat(sweeps.toString()).contains("催办任务").contains(second);
        superviseDaily();
        assertThat(kinds(town.supervisor, other + "-1")).contains("超期通报");
        assertThat(kinds(town.unit(UNIT), other + "-1")).contains("每日催办");
    }

    @Test
    void aUnitThatDoesNotLookAtItsQueueIsListed() {
        jdbc.sql("delete from queue_look where unit_group = '150100-credit-center'").update();
        town.moveClock(OffsetDateTime.parse("2026-04-14T09:00:00+08:00"));
        superviseDaily();
        JsonNode before = queue();
        assertThat(before.path("untouched").asBoolean()).isTrue();
        assertThat(before.path("lookedAt").isNull()).isTrue();
        town.unit(UNIT).get("/api/v1/regions/150100/tasks").done();
        assertThat(queue().path("lookedAt").asText()).startsWith("2026-04-14T09:00");
        town.moveClock(OffsetDateTime.parse("2026-04-15T09:00:00+08:00"));
        superviseDaily();
        assertThat(queue().path("untouched").asBoolean()).isFalse();
        assertThat(kinds(town.supervisor, "150100-credit-center")).contains("未点击查询");
    }

    private JsonNode queue() {
        for (JsonNode queue :
                town.supervisor.get("/api/v1/regions/150100/supervision/queues").body()) {
            if (queue.path("unit").asText().equals(UNIT)) {
                return queue;
            }
        }
        throw new AssertionError("no queue of " + UNIT);
    }

    @Test
    void aSupervisorUrgesReassignsAndExtendsAndEverythingIsRecorded() {
        assertThat(act(town.supervisor, "urging", Map.of()).error("reason")).isEqualTo("REQUIRED");
        assertThat(act(town.unit(UNIT), "urging", Map.of("reason", "催")).status()).isEqualTo(403);
        assertThat(act(town.supervisor, "urging", Map.of("reason", "信访件，请今日办结")).status())
                .isEqualTo(204);
        assertThat(kinds(town.unit(UNIT), no + "-1")).containsExactly("督办");

        assertThat(extension(3).error("taskId")).as("受理不能延长").isEqualTo("NOT_ALLOWED");
        town.completes(UNIT, no + "-1", "acceptance", "ACCEPT", null);
        task = task(no, "decision");
        assertThat(extension(99).error("workingDays")).isEqualTo("RANGE");
        assertThat(extension(3).status()).isEqualTo(204);
        assertThat(extension(1).error("taskId")).isEqualTo("EXTENDED_ALREADY");
        JsonNode decision = supervised().path("stages").get(1);
        assertThat(decision.path("dueAt").asText()).startsWith("2026-03-16");
        assertThat(decision.path("addedDays").asInt()).isEqualTo(3);
        town.moveClock(OffsetDateTime.parse("2026-03-12T09:00:00+08:00"));
        assertThat(supervised().path("sla").asText()).isEqualTo("ON_TRACK");

        assertThat(
                        act(
                                        town.supervisor,
                                        "reassignment",
                                        Map.of("unit", "market-regulation", "reason", "职责调整"))
                                .status())
                .isEqualTo(204);
        assertThat(town.tasks(no + "-1", "decision", UNIT)).isEmpty();
        town.completes("market-regulation", no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
        assertThat(steps()).containsExactly("URGED", "EXTENDED", "REASSIGNED");
        assertThat(supervised().path("escalations").path(2).path("reason").asText())
                .matches("由.+至.*市场监督管理局：职责调整");
        assertThat(supervised().path("unit").asText()).isEqualTo("market-regulation");
    }

    private Api.Answer extension(int days) {
        return act(
                town.supervisor, "extension", Map.of("workingDays", days, "reason", "案情复杂，须外地核查"));
    }

    @Test
    void anExtendedDecisionIsWarnedOfAndMissedByItsNewLimit() {
        town.completes(UNIT, no + "-1", "acceptance", "ACCEPT", null);
        task = task(no, "decision");
        assertThat(extension(3).status()).isEqualTo(204);
        town.moveClock(OffsetDateTime.parse("2026-03-14T09:00:00+08:00"));
        await().until(() -> steps().contains("WARNED"));
        assertThat(supervised().path("sla").asText()).isEqualTo("AT_RISK");
        town.moveClock(OffsetDateTime.parse("2026-03-17T00:10:00+08:00"));
        await().until(() -> steps().contains("BREACHED"));
        assertThat(extension(1).error("taskId")).isEqualTo("OVERDUE");
        JsonNode open =
                town.supervisor
                        .get("/api/v1/regions/150100/supervision/tasks?reference=" + no + "-1")
                        .body();
        assertThat(open).hasSize(1);
        assertThat(open.path(0).path("notExtensible").asText()).contains("已超期");
        assertThat(open.path(0).path("assigneeName").isNull()).isTrue();
    }

    @Test
    void aTaskGoesToAColleagueOrToAnotherUnit() {
        assertThat(act(town.unit(UNIT), "transfer", Map.of("reason", "回避")).error("account"))
                .isEqualTo("EITHER");
        assertThat(
                        act(
                                        town.unit(UNIT),
                                        "transfer",
                                        Map.of("reason", "回避", "account", "150100-tax"))
                                .error("account"))
                .isEqualTo("NOT_MEMBER");
        assertThat(
                        act(
                                        town.unit(UNIT),
                                        "transfer",
                                        Map.of(
                                                "reason",
                                                "回避",
                                                "account",
                                                "150100-credit-center-head"))
                                .status())
                .isEqualTo(204);
        assertThat(town.task(no + "-1", "acceptance", UNIT).path("assignee").asText())
                .isEqualTo("150100-credit-center-head");
        assertThat(
                        act(town.unit(UNIT), "transfer", Map.of("reason", "由税务部门处罚", "unit", "tax"))
                                .status())
                .isEqualTo(204);
        assertThat(kinds(town.unit("tax"), no + "-1")).containsExactly("转办");
        town.completes("tax", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("tax", no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
    }

    @Test
    void anotherUnitGivesItsOpinionAndTheTaskStays() {
        Api.Answer asked =
                act(
                        town.unit(UNIT),
                        "consultations",
                        Map.of("unit", "tax", "question", "是否欠税？", "workingDays", 2));
        assertThat(asked.status()).isEqualTo(201);
        String matter = "consultation-" + asked.body().path("id").asLong();
        assertThat(town.matter("opinion", "tax", matter).path("due").asText())
                .startsWith("2026-03-04");
        town.moveClock(OffsetDateTime.parse("2026-03-04T09:00:00+08:00"));
        await().until(() -> kinds(town.unit("tax"), matter).contains("临期提醒"));
        town.moveClock(OffsetDateTime.parse("2026-03-05T09:00:00+08:00"));
        await().until(() -> kinds(town.supervisor, matter).contains("超期通报"));
        assertThat(town.triesToDecide("tax", "opinion", matter, "GIVEN", null).error("comment"))
                .isEqualTo("REQUIRED");
        town.decides("tax", "opinion", matter, "GIVEN", "无欠税");
        await().until(() -> kinds(town.unit(UNIT), no + "-1").contains("会办"));
        assertThat(supervised().path("consultations").get(0).path("opinion").asText())
                .isEqualTo("无欠税");
        String sheet =
                town.unit(UNIT)
                        .get("/engine-rest/task/" + task + "/form-variables")
                        .body()
                        .path("caseSheet")
                        .path("value")
                        .asText();
        assertThat(sheet).contains("会办意见").contains("无欠税");
    }

    @Test
    void theSubjectsOtherCasesStandBesideTheForm() {
        String uscc = Town.uscc();
        String earlier = appliedBy(uscc);
        town.completes(UNIT, earlier + "-1", "acceptance", "REJECT", "缴款凭证无法核实");
        town.closedItem(earlier);
        String later = appliedBy(uscc);
        String sheet =
                town.unit(UNIT)
                        .get("/engine-rest/task/" + task(later, "acceptance") + "/form-variables")
                        .body()
                        .path("caseSheet")
                        .path("value")
                        .asText();
        assertThat(sheet)
                .contains("该主体的其他办件")
                .contains(earlier + "-1")
                .contains("不予受理")
                .contains("缴款凭证无法核实")
                .contains("剩余 3 个工作日");
    }

    private String appliedBy(String uscc) {
        Map<String, Object> record =
                town.collected(Town.penalty("penalty-other", uscc, LocalDate.of(2025, 6, 10)));
        return town.applied(town.application(List.of(record)));
    }

    @Test
    void aCopyTellsOtherUnits() {
        assertThat(act(town.unit(UNIT), "copies", Map.of("units", List.of())).error("units"))
                .isEqualTo("REQUIRED");
        assertThat(
                        act(town.unit(UNIT), "copies", Map.of("units", List.of("nobody")))
                                .error("units[0]"))
                .isEqualTo("UNKNOWN_UNIT");
        assertThat(
                        act(
                                        town.unit(UNIT),
                                        "copies",
                                        Map.of("units", List.of("tax"), "note", "供参考"))
                                .status())
                .isEqualTo(204);
        JsonNode message = town.unit("tax").get("/api/v1/messages").body().get(0);
        assertThat(message.path("text").asText()).contains(no).contains("供参考");
        long id = message.path("id").asLong();
        assertThat(town.unit(UNIT).post("/api/v1/messages/" + id + "/reading", "").status())
                .isEqualTo(404);
        assertThat(town.unit("tax").post("/api/v1/messages/" + id + "/reading", "").status())
                .isEqualTo(204);
        act(town.unit(UNIT), "copies", Map.of("units", List.of("tax"), "note", "再供参考")).done();
        assertThat(unread("tax")).isPositive();
        town.unit("tax").post("/api/v1/messages/readings?kind=x", "").done();
        assertThat(unread("tax")).as("of another kind").isPositive();
        town.unit("tax").post("/api/v1/messages/readings", "").done();
        assertThat(unread("tax")).isZero();
    }

    private int unread(String unit) {
        return town.unit(unit).get("/api/v1/me").body().path("unread").asInt();
    }

    @Test
    void severalTasksAreDoneAtOnceAndOneThatCannotBeKeepsNothingBack() {
        String other = applied();
        String second = task(other, "acceptance");
        Api unit = town.unit(UNIT);
        JsonNode mine = unit.get("/api/v1/regions/150100/tasks").body();
        assertThat(mine.findValuesAsText("taskId")).contains(task, second);
        JsonNode claimed =
                unit.post(
                                "/api/v1/regions/150100/tasks/claims",
                                Map.of("taskIds", List.of(task, "nothing", second)))
                        .body();
        assertThat(claimed.findValuesAsText("status")).containsExactly("DONE", "REFUSED", "DONE");
        JsonNode done =
                unit.post(
                                "/api/v1/regions/150100/tasks/completions",
                                List.of(
                                        Map.of("taskId", task, "outcome", "ACCEPT"),
                                        Map.of("taskId", second, "outcome", "REJECT")))
                        .body();
        assertThat(done.findValuesAsText("status")).containsExactly("DONE", "REFUSED");
        assertThat(done.get(1).path("errors").get(0).path("field").asText()).isEqualTo("comment");
        JsonNode again =
                unit.post(
                                "/api/v1/regions/150100/tasks/completions",
                                List.of(
                                        Map.of(
                                                "taskId",
                                                second,
                                                "outcome",
                                                "REJECT",
                                                "comment",
                                                "不属于修复范围",
                                                "refusalReason",
                                                "SCOPE")))
                        .body();
        assertThat(again.get(0).path("status").asText()).isEqualTo("DONE");
        assertThat(town.closedItem(other).path("result").asText()).isEqualTo("REJECTED");
        String third = task(applied(), "acceptance");
        JsonNode moved =
                unit.post(
                                "/api/v1/regions/150100/tasks/transfers",
                                Map.of(
                                        "taskIds",
                                        List.of(third, second),
                                        "unit",
                                        "tax",
                                        "reason",
                                        "由税务部门处罚"))
                        .body();
        assertThat(moved.findValuesAsText("status")).containsExactly("DONE", "REFUSED");
        assertThat(
                        unit.post(
                                        "/api/v1/regions/150100/tasks/claims",
                                        Map.of("taskIds", List.of()))
                                .error("taskIds"))
                .isEqualTo("SIZE");
        assertThat(town.portal.get("/api/v1/regions/150100/tasks").status()).isEqualTo(403);
    }

    @Test
    void limitsThatEndAtTheSameMidnightAreEachRecordedOnce() {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            references.add(
                    "hotline-"
                            + town.portal
                                    .post(
                                            "/api/v1/regions/150100/hotline",
                                            Map.of(
                                                    "type", "CONSULTATION",
                                                    "name", "虚构来电人",
                                                    "mobile", "13800000000",
                                                    "content", "如何修复？"))
                                    .body()
                                    .path("id")
                                    .asLong());
        }
        town.moveClock(OffsetDateTime.parse("2026-03-17T00:00:01+08:00"));
        for (String table : List.of("limit_breach", "escalation")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> about(table, references) == 100);
        }
        assertThat(
                        runtime.createIncidentQuery().incidentType("slaBreach").list().stream()
                                .filter(one -> references.contains(one.getConfiguration()))
                                .count())
                .isEqualTo(100);
    }

    private long about(String table, List<String> references) {
        return jdbc.sql(
                        "select count(*) from "
                                + table
                                + " where reference in (:references)"
                                + (table.equals("escalation") ? " and step = 'BREACHED'" : ""))
                .param("references", references)
                .query(Long.class)
                .single();
    }

    @Test
    void aUnitKeepsCommentsThatItUsesOften() {
        String path = "/api/v1/regions/150100/comment-templates";
        Api unit = town.unit(UNIT);
        int before = unit.get(path).body().size();
        assertThat(before).isPositive();
        assertThat(unit.post(path, Map.of("outcome", "ACCEPT")).error("title"))
                .isEqualTo("REQUIRED");
        JsonNode added =
                unit.post(path, Map.of("outcome", "ACCEPT", "title", "齐全", "body", "材料齐全。")).body();
        assertThat(unit.get(path).body()).hasSize(before + 1);
        assertThat(town.unit("tax").get(path).body()).hasSize(before);
        String own = path + "/" + added.path("id").asLong();
        Map<String, String> changed = Map.of("outcome", "REPAIR", "title", "齐", "body", "符合条件。");
        assertThat(town.unit("tax").put(own, changed).status()).isEqualTo(404);
        assertThat(unit.put(own, changed).status()).isEqualTo(200);
        assertThat(unit.get(path).body().findValuesAsText("body")).contains("符合条件。");
        assertThat(town.unit("tax").delete(own).status()).isEqualTo(404);
        assertThat(unit.delete(own).status()).isEqualTo(204);
        assertThat(unit.get(path).body()).hasSize(before);
    }
}
