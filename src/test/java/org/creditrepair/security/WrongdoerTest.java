package org.creditrepair.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.creditrepair.registry.record.CitizenId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What wrongdoers with a valid login try, each named after the attempt. */
@Tag("postgresql")
class WrongdoerTest extends ServerStory {

    private static final String UNIT = "credit-center";
    private static final String RESULTS = "/api/v1/regions/150100/results";
    private static final String RECORDS = "/api/v1/regions/150100/records";

    private final Map<String, Object> record =
            Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10));

    private String applied() {
        return town.applied(town.application(List.of(town.collected(record))));
    }

    private String task(String no) {
        return "/engine-rest/task/" + town.task(no + "-1", "acceptance", UNIT).path("id").asText();
    }

    private static Map<String, Object> answer(Object... namesAndValues) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], Map.of("value", namesAndValues[i + 1]));
        }
        return Map.of("variables", variables);
    }

    private void assertNothingHappened(String no) {
        assertThat(town.item(no).path("status").asText()).isEqualTo("SUBMITTED");
        assertThat(town.tasks(no + "-1", "acceptance", UNIT)).hasSize(1);
        assertThat(town.shown(record).isMissingNode()).as("on display").isFalse();
    }

    // ---- what a task may be answered with

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decisionOutcome",
                "sharingNo",
                "caseKey",
                "matterId",
                "region",
                "automatic",
                "eligible",
                "fullTerm",
                "refusal",
                "Comment"
            })
    void aRejectionSmugglesAnotherVariable(String name) {
        String no = applied();
        for (String path : List.of("/complete", "/submit-form")) {
            Api.Answer refused =
                    town.unit(UNIT)
                            .post(
                                    task(no) + path,
                                    answer(
                                            "acceptanceOutcome",
                                            "REJECT",
                                            "comment",
                                            "x",
                                            name,
                                            "REPAIR"));
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(refused.error(name)).isEqualTo("UNKNOWN_FIELD");
        }
        assertNothingHappened(no);
    }

    @Test
    void aCandidateWritesVariablesOfATask() {
        String no = applied();
        Map<String, Object> value = Map.of("value", "REPAIR", "type", "String");
        Api unit = town.unit(UNIT);
        assertThat(unit.put(task(no) + "/variables/decisionOutcome", value).status())
                .isEqualTo(403);
        assertThat(unit.put(task(no) + "/localVariables/caseKey", value).status()).isEqualTo(403);
        assertThat(
                        unit.post(
                                        task(no) + "/variables",
                                        Map.of("modifications", Map.of("decisionOutcome", value)))
                                .status())
                .isEqualTo(403);
        assertNothingHappened(no);
    }

    @Test
    void aCandidateHasNoRightToWriteEvenBehindTheGate() {
        String no = applied();
        String id = town.task(no + "-1", "acceptance", UNIT).path("id").asText();
        as(
                "150100-credit-center",
                () -> {
                    try {
                        engine.getTaskService().setVariable(id, "decisionOutcome", "REPAIR");
                    } catch (ProcessEngineException e) {
                        return;
                    }
                    throw new AssertionError("the variable was written");
                });
    }

    private void as(String group, Runnable work) {
        engine.getIdentityService().setAuthentication(group, List.of(group), List.of("150100"));
        try {
            work.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void aTaskIsClaimedForAnotherUnitsReviewer() {
        String no = applied();
        Api.Answer refused =
                town.unit(UNIT).post(task(no) + "/claim", Map.of("userId", "150100-tax"));
        assertThat(refused.status()).isEqualTo(403);
        assertNothingHappened(no);
    }

    /** Whoever may not see a task cannot tell it from one that is not there. */
    @Test
    void aTaskThatIsNotOnesOwnIsNotThere() {
        String no = applied();
        Map<String, Object> right = answer("acceptanceOutcome", "ACCEPT");
        for (String stranger : List.of("150100-tax", "620000-tax", "330000-tax")) {
            Api api = town.anybody.as(stranger);
            for (String path : List.of("/complete", "/submit-form")) {
                for (Map<String, Object> answer : List.of(right, answer("caseKey", "1"))) {
                    Api.Answer foreign = api.post(task(no) + path, answer);
                    Api.Answer invented = api.post("/engine-rest/task/invented" + path, answer);
                    assertThat(foreign.status()).as(stranger).isEqualTo(404);
                    assertThat(foreign.status()).isEqualTo(invented.status());
                    assertThat(foreign.body()).isEqualTo(invented.body());
                }
            }
        }
        assertNothingHappened(no);
    }

    @Test
    void aReviewerOfAnotherUnitOrRegionAnswersTheTask() {
        String no = applied();
        Map<String, Object> answer = answer("acceptanceOutcome", "ACCEPT");
        for (String stranger : List.of("150100-tax", "620000-tax", "150100-supervisor")) {
            int status = town.anybody.as(stranger).post(task(no) + "/complete", answer).status();
            assertThat(status).as(stranger).isIn(403, 404);
        }
        assertNothingHappened(no);
    }

    @Test
    void anOutcomeComesWithInvisibleCharactersOrInAnotherType() {
        String no = applied();
        Api unit = town.unit(UNIT);
        Api.Answer bidi =
                unit.post(
                        task(no) + "/complete",
                        answer("acceptanceOutcome", "REJECT", "comment", "abc\u202Edef"));
        assertThat(bidi.status()).isEqualTo(400);
        Api.Answer list =
                unit.post(
                        task(no) + "/complete",
                        Map.of(
                                "variables",
                                Map.of(
                                        "acceptanceOutcome",
                                        Map.of("value", "[\"ACCEPT\"]", "type", "Json"))));
        assertThat(list.status()).isIn(400, 422);
        assertNothingHappened(no);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "comment | File | \"aGk=\"",
                "comment | Bytes | \"aGk=\"",
                "comment | Json | \"[1]\"",
                "comment | Integer | 5",
                "comment | Boolean | true",
                "refusalReason | File | \"aGk=\"",
                "acceptanceOutcome | File | \"QUNDRVBU\""
            })
    void anAnswerIsNoText(String field, String type, String value) throws Exception {
        String no = applied();
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("acceptanceOutcome", Map.of("value", "REJECT"));
        variables.put("comment", Map.of("value", "x"));
        variables.put(
                field,
                Map.of(
                        "value",
                        Api.JSON.readTree(value),
                        "type",
                        type,
                        "valueInfo",
                        type.equals("File") ? Map.of("filename", "x.txt") : Map.of()));
        for (String path : List.of("/complete", "/submit-form")) {
            Api.Answer refused =
                    town.unit(UNIT).post(task(no) + path, Map.of("variables", variables));
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(refused.error(field)).isEqualTo("TYPE");
        }
        assertNothingHappened(no);
    }

    @Test
    void anApplicationAtTheWindowHasAFileForAName() {
        Api.Answer refused =
                town.anybody
                        .as("150100-window")
                        .post(
                                "/engine-rest/process-definition/key/joint-application/submit-form",
                                Map.of(
                                        "variables",
                                        Map.of(
                                                "region",
                                                Map.of("value", "150100"),
                                                "subjectName",
                                                Map.of(
                                                        "value",
                                                        "aGk=",
                                                        "type",
                                                        "File",
                                                        "valueInfo",
                                                        Map.of("filename", "x.txt")))));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error("subjectName")).isEqualTo("TYPE");
    }

    // ---- steps take effect by what the tables say

    @Test
    void aProcessIsPushedToTheRepairAlthoughNobodyDecided() {
        String no = applied();
        town.task(no + "-1", "acceptance", UNIT);
        var process =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(no + "-1")
                        .singleResult();
        runtime.createProcessInstanceModification(process.getId())
                .startBeforeActivity("serviceTask_endDisplay")
                .execute();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                management
                                                        .createJobQuery()
                                                        .processInstanceId(process.getId())
                                                        .withException()
                                                        .count())
                                        .isPositive());
        assertThat(town.shown(record).isMissingNode()).as("still on display").isFalse();
        assertThat(town.item(no).path("result").isNull()).isTrue();
        runtime.deleteProcessInstance(process.getId(), "after the trial");
    }

    @Test
    void aSupervisorWritesAVariableCorrelatesAMessageOrMovesATimer() {
        String no = applied();
        town.task(no + "-1", "acceptance", UNIT);
        Api supervisor = town.supervisor;
        String instance =
                supervisor
                        .get("/engine-rest/process-instance?businessKey=" + no + "-1")
                        .body()
                        .get(0)
                        .path("id")
                        .asText();
        String timer =
                supervisor
                        .get("/engine-rest/job?timers=true&processInstanceId=" + instance)
                        .body()
                        .get(0)
                        .path("id")
                        .asText();
        Map<String, Object> value = Map.of("value", "REPAIR", "type", "String");
        String process = "/engine-rest/process-instance/" + instance;
        assertThat(supervisor.put(process + "/variables/decisionOutcome", value).status())
                .isEqualTo(403);
        assertThat(
                        supervisor
                                .post(
                                        "/engine-rest/message",
                                        Map.of(
                                                "messageName",
                                                "ApplicationWithdrawn",
                                                "businessKey",
                                                no + "-1"))
                                .status())
                .isEqualTo(403);
        String job = "/engine-rest/job/" + timer;
        assertThat(supervisor.put(job + "/duedate", Map.of("duedate", "2036-01-01")).status())
                .isEqualTo(403);
        assertThat(supervisor.post(job + "/execute", "").status()).isEqualTo(403);
        assertThat(supervisor.put(job + "/suspended", Map.of("suspended", true)).status())
                .isEqualTo(403);
        assertThat(supervisor.post(process + "/modification", Map.of()).status()).isEqualTo(403);
        assertThat(supervisor.delete(process).status()).isEqualTo(403);
        Api.Answer disarmed = supervisor.put(job + "/retries", Map.of("retries", 0));
        assertThat(disarmed.status()).as("a timer is disarmed by its retries").isEqualTo(422);
        assertThat(supervisor.put(job + "/retries", Map.of("retries", 5)).status())
                .as("nothing has failed there")
                .isEqualTo(404);
        assertThat(
                        supervisor
                                .put(
                                        job + "/retries",
                                        Map.of(
                                                "retries",
                                                1,
                                                "dueDate",
                                                "2036-01-01T00:00:00.000+0800"))
                                .status())
                .isEqualTo(400);
        assertNothingHappened(no);
    }

    @Test
    void aSupervisorSuspendsByDefinitionOrInAnotherRegion() {
        String no = applied();
        town.task(no + "-1", "acceptance", UNIT);
        for (String who : List.of("150100-supervisor", "150100-platform-gsxt", "admin")) {
            Api account = town.anybody.as(who);
            for (String resource :
                    List.of(
                            "/process-instance",
                            "/job",
                            "/process-definition",
                            "/job-definition")) {
                assertThat(
                                account.put(
                                                "/engine-rest" + resource + "/suspended",
                                                Map.of(
                                                        "processDefinitionKey",
                                                        "penalty-other",
                                                        "suspended",
                                                        true))
                                        .status())
                        .as(who + resource)
                        .isEqualTo(403);
            }
        }
        Api foreign = town.anybody.as("620000-supervisor");
        String suspension = "/supervision/cases/" + no + "-1/suspension";
        Map<String, Object> reason = Map.of("reason", "与本案无关");
        assertThat(foreign.post("/api/v1/regions/150100" + suspension, reason).status())
                .isEqualTo(404);
        assertThat(foreign.post("/api/v1/regions/620000" + suspension, reason).status())
                .isEqualTo(404);
        assertNothingHappened(no);
    }

    @Test
    void asupervisorSuspendsWithoutAReason() {
        String no = applied();
        Api.Answer refused =
                town.supervisor.post(
                        "/api/v1/regions/150100/supervision/cases/" + no + "-1/suspension",
                        Map.of("reason", " "));
        assertThat(refused.error("reason")).isEqualTo("REQUIRED");
    }

    @Test
    void whatASupervisorDoesStandsInTheRecordOfTheCase() {
        String no = applied();
        town.task(no + "-1", "acceptance", UNIT);
        String one = "/api/v1/regions/150100/supervision/cases/" + no + "-1";
        town.supervisor.post(one + "/suspension", Map.of("reason", "等待鉴定")).done();
        town.supervisor.post(one + "/resumption", Map.of("reason", "鉴定已完成")).done();
        JsonNode steps = town.supervisor.get(one).body().path("escalations");
        assertThat(steps.findValuesAsText("step")).contains("SUSPENDED", "RESUMED");
        assertThat(steps.findValuesAsText("reason")).contains("等待鉴定", "鉴定已完成");
        assertThat(steps.findValuesAsText("actor")).contains("150100-supervisor");
    }

    // ---- who may tell what of a record

    private Map<String, Object> result(String platform, String event) {
        return Map.of(
                "recordNo",
                record.get("recordNo"),
                "platform",
                platform,
                "event",
                event,
                "decidedOn",
                "2026-02-27",
                "documentNo",
                "伪造1号");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "150100-portal",
                "150100-window",
                "150100-tax",
                "150100-platform-creditchina",
                "150100-supervisor",
                "people"
            })
    void somebodyElseTellsThatARecordWasRepaired(String account) {
        town.collected(record);
        Api.Answer answer = town.anybody.as(account).post(RESULTS, result("gsxt", "REPAIRED"));
        assertThat(answer.status()).isIn(401, 403);
        Api.Answer batch =
                town.anybody
                        .as(account)
                        .post(RESULTS + "/batch", List.of(result("unit", "REMOVED")));
        assertThat(batch.status() == 200 ? batch.body().path("accepted").asInt() : 0).isZero();
        assertThat(town.shown(record).isMissingNode()).as("on display").isFalse();
    }

    @Test
    void aPlatformTellsOfARepairThatNoApplicationWouldGet() {
        Map<String, Object> revoked =
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2026, 1, 10));
        town.collected(revoked);
        Map<String, Object> told = new HashMap<>(result("gsxt", "REPAIRED"));
        told.put("recordNo", revoked.get("recordNo"));
        Api.Answer answer = town.unit("platform-gsxt").post(RESULTS, told);
        assertThat(answer.status()).isEqualTo(202);
        JsonNode task =
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> arbitrations(revoked), tasks -> tasks.size() == 1)
                        .get(0);
        assertThat(task.path("name").asText()).isEqualTo("核对存疑结果");
        assertThat(town.shown(revoked).isMissingNode()).as("on display").isFalse();
    }

    private JsonNode arbitrations(Map<String, Object> about) {
        Long result =
                jdbc.sql("select max(id) from external_result where record_no = ?")
                        .param(about.get("recordNo"))
                        .query(Long.class)
                        .single();
        return town.tasks("result-" + result, "arbitration", UNIT);
    }

    @Test
    void anotherUnitOverwritesOrInventsARecord() {
        town.collected(record);
        Map<String, Object> stolen = new LinkedHashMap<>(record);
        stolen.put("decidedOn", "2023-01-01");
        stolen.put("severity", "MINOR");
        Api.Answer answer = town.unit("tax").post(RECORDS, List.of(stolen));
        assertThat(answer.body().path("rows").get(0).path("status").asText()).isEqualTo("REJECTED");
        assertThat(answer.body().path("rows").get(0).path("errors").findValuesAsText("code"))
                .containsExactly("NOT_OWN");
        Map<String, Object> invented =
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10));
        assertThat(
                        town.unit("tax")
                                .post(RECORDS, List.of(invented))
                                .body()
                                .path("rejected")
                                .asInt())
                .isEqualTo(1);
        assertThat(town.shown(record).isMissingNode()).isFalse();
    }

    @Test
    void aUnitMovesItsRecordToAnotherSubjectItemOrDayToTakeItOffDisplay() {
        town.collected(record);
        Map<String, Object> other =
                Map.of("type", "LEGAL_PERSON", "name", "虚构另一公司", "uscc", Town.uscc());
        Map<String, Map<String, Object>> corrections =
                Map.of(
                        "subject", Map.of("subject", other),
                        "day", Map.of("decidedOn", "2020-01-01"));
        corrections.forEach(
                (what, fields) -> {
                    Map<String, Object> corrected = new LinkedHashMap<>(record);
                    corrected.putAll(fields);
                    JsonNode row =
                            town.unit(UNIT)
                                    .post(RECORDS, List.of(corrected))
                                    .body()
                                    .path("rows")
                                    .get(0);
                    assertThat(row.path("errors").findValuesAsText("code"))
                            .as(what)
                            .containsExactly("REFERRED");
                    assertThat(town.shown(record).isMissingNode()).as(what).isFalse();
                });
    }

    @Test
    void aReferredCorrectionTakesEffectOnlyAsAPersonDecides() {
        town.collected(record);
        Map<String, Object> corrected = new LinkedHashMap<>(record);
        corrected.put("decidedOn", "2020-01-01");
        town.unit(UNIT).post(RECORDS, List.of(corrected)).done();
        Long id =
                jdbc.sql("select max(id) from external_result where record_no = ?")
                        .param(record.get("recordNo"))
                        .query(Long.class)
                        .single();
        Api.Answer done =
                town.triesToDecide(UNIT, "arbitration", "result-" + id, "APPLY", "文书日期录入有误，已核对原件");
        assertThat(done.status()).as(done.text()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(30)).until(() -> town.shown(record).isMissingNode());
        town.await(false, PLATFORMS, record.get("recordNo"));
    }

    @Test
    void anotherUnitAsksForTheRevocationOfARepair() {
        String no = applied();
        town.completes(UNIT, no + "-1", "acceptance", "ACCEPT", null);
        town.completes(UNIT, no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        String revocation = RECORDS + "/" + record.get("recordNo") + "/revocation";
        Map<String, Object> reason = Map.of("reason", "承诺不实");
        assertThat(town.unit("tax").post(revocation, reason).status()).isEqualTo(403);
        assertThat(town.unit(UNIT).post(revocation, reason).status()).isEqualTo(202);
    }

    @Test
    void aUnitDecidesAMatterOfAnotherRegionByItsNumber() {
        String no = applied();
        Api.Answer refused =
                town.unit(UNIT)
                        .post(
                                task(no) + "/complete",
                                Map.of(
                                        "variables",
                                        Map.of(
                                                "acceptanceOutcome",
                                                Map.of("value", "ACCEPT"),
                                                "matterId",
                                                Map.of("value", 1, "type", "Long"))));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error("matterId")).isEqualTo("UNKNOWN_FIELD");
    }

    @Test
    void aUnitFilesAChangeOfAnotherUnitsList() {
        Api.Answer refused =
                town.unit("tax")
                        .post(
                                "/api/v1/regions/150100/list-adjustments",
                                Map.of(
                                        "kind", "ABOLISH",
                                        "item", "serious-wage-arrears",
                                        "effectiveOn", "2026-06-01",
                                        "reason", "试图取消他人的名单"));
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void aPlatformSpeaksForAnotherPlatform() {
        Map<String, Object> receipt =
                Map.of("platform", "gsxt", "idempotencyKey", "x", "status", "ACCEPTED");
        assertThat(
                        town.unit("platform-creditchina")
                                .post("/api/v1/regions/150100/receipts", receipt)
                                .status())
                .isEqualTo(403);
        for (String topic : List.of("push.gsxt", "push")) {
            Api.Answer fetched =
                    town.unit("platform-creditchina")
                            .post(
                                    "/engine-rest/external-task/fetchAndLock",
                                    Map.of(
                                            "workerId",
                                            "stranger",
                                            "maxTasks",
                                            1,
                                            "topics",
                                            List.of(
                                                    Map.of(
                                                            "topicName",
                                                            topic,
                                                            "lockDuration",
                                                            1000))));
            assertThat(fetched.status() == 200 ? fetched.body().size() : 0).as(topic).isZero();
        }
    }

    @Test
    void aWorkerUnlocksWhatTheServerDelivers() {
        assertThat(
                        town.unit("platform-gsxt")
                                .post("/engine-rest/external-task/unknown/unlock", "")
                                .status())
                .isEqualTo(403);
    }

    // ---- who may see what

    @Test
    void anotherUnitReadsAnApplicationItsPapersAndItsMaterials() {
        Map<String, Object> application = town.application(List.of(town.collected(record)));
        String no = town.applied(application);
        town.task(no + "-1", "acceptance", UNIT);
        String material =
                jdbc.sql("select material_id from item_material where application_no = ?")
                        .param(no)
                        .query(String.class)
                        .single();
        for (String path :
                List.of(
                        "/api/v1/applications/" + no,
                        "/api/v1/applications/" + no + "/documents",
                        "/api/v1/applications/" + no + "/documents/1-commitment",
                        "/api/v1/materials/" + material)) {
            for (String who : List.of("tax", "window", "platform-gsxt", "tax-head")) {
                assertThat(town.unit(who).get(path).status()).as(who + path).isIn(403, 404);
            }
            for (String who :
                    List.of("credit-center", "credit-center-head", "portal", "supervisor")) {
                assertThat(town.unit(who).get(path).status()).as(who + path).isEqualTo(200);
            }
        }
    }

    @Test
    void aColleagueDecidesWhatAnotherHasClaimed() {
        String no = applied();
        town.unit("credit-center-head")
                .post(task(no) + "/claim", Map.of("userId", "150100-credit-center-head"))
                .done();
        String task = task(no);
        for (String path : List.of("/complete", "/submit-form")) {
            Api.Answer refused =
                    town.unit(UNIT).post(task + path, answer("acceptanceOutcome", "ACCEPT"));
            assertThat(refused.status()).as(path).isEqualTo(409);
            assertThat(refused.error("taskId")).isEqualTo("STATE_CHANGED");
        }
        assertThat(
                        town.unit(UNIT)
                                .post(task + "/claim", Map.of("userId", "150100-credit-center"))
                                .status())
                .isEqualTo(409);
        assertNothingHappened(no);
    }

    @Test
    void nobodyAsksForADayBeyondTheCalendar() {
        for (String day : List.of("+999999999-12-31", "-999999999-01-01", "12026-01-01")) {
            String query = "decidedOn=" + day.replace("+", "%2B");
            assertThat(
                            town.anybody
                                    .get(
                                            "/api/v1/regions/150100/guidance?item=penalty-other&"
                                                    + query)
                                    .status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda//api/engine/engine/default/history/process-instance",
                "/camunda/./api/engine/engine/default/task",
                "/camunda/api//engine",
                "/camunda/app/../api/engine",
                "//camunda/api/engine",
                "/camunda/%61pi/engine",
                "/camunda/%2e/api/engine",
                "/%63amunda/api/engine",
                "/camunda;x/api/engine",
                "/camunda/api;x/engine",
                "/engine-rest//task",
                "/engine-rest;x=1/task",
                "/api/v1//regions"
            })
    void anAddressIsSpelledOtherwise(String path) throws Exception {
        try (var socket = new java.net.Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(
                            ("GET "
                                            + path
                                            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            String answer =
                    new String(
                            socket.getInputStream().readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void aWorkerUsesANameOfTheServersOrNumbersWithoutEnd() {
        town.behave("gsxt", "FAILING");
        String no = applied();
        town.completes(UNIT, no + "-1", "acceptance", "ACCEPT", null);
        town.completes(UNIT, no + "-1", "decision", "REPAIR", null);
        String id =
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () ->
                                        engine
                                                .getExternalTaskService()
                                                .createExternalTaskQuery()
                                                .topicName("push.gsxt")
                                                .list()
                                                .stream()
                                                .filter(one -> one.getBusinessKey().startsWith(no))
                                                .findFirst(),
                                Optional::isPresent)
                        .orElseThrow()
                        .getId();
        Api platform = town.unit("platform-gsxt");
        String task = "/engine-rest/external-task/" + id;
        assertThat(
                        platform.post(
                                        task + "/extendLock",
                                        Map.of("workerId", "server-1", "newDuration", 1000))
                                .error("workerId"))
                .isEqualTo("RESERVED");
        assertThat(
                        platform.post(
                                        task + "/extendLock",
                                        Map.of("workerId", "w", "newDuration", Long.MAX_VALUE))
                                .error("newDuration"))
                .isEqualTo("RANGE");
        assertThat(
                        platform.post(
                                        task + "/failure",
                                        Map.of(
                                                "workerId",
                                                "w",
                                                "errorMessage",
                                                "x",
                                                "retries",
                                                Integer.MAX_VALUE,
                                                "retryTimeout",
                                                1))
                                .error("retries"))
                .isEqualTo("RANGE");
    }

    @Test
    void aSheetOfAnotherCaseIsAskedForThroughOnesOwnTask() {
        String own = applied();
        Api.Answer sheet = town.unit(UNIT).get(task(own) + "/form-variables");
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.text()).contains("虚构联系人");
        assertThat(town.unit("tax").get(task(own) + "/form-variables").status()).isIn(403, 404);
        assertThat(town.anybody.as("620000-tax").get(task(own) + "/form-variables").status())
                .isEqualTo(404);
    }

    @Test
    void aPersonIsLookedUpByANumberThatFailsItsCheckCharacter() {
        Map<String, Object> person = new LinkedHashMap<>(Town.person());
        String right = (String) person.get("uscc");
        char last = right.charAt(17);
        String wrong = right.substring(0, 17) + (last == '1' ? '2' : '1');
        assertThat(new CitizenId(wrong).checks()).isFalse();
        person.put("uscc", wrong);
        person.put("usccConfirmed", true);
        Map<String, Object> about = new LinkedHashMap<>(record);
        about.put("subject", person);
        town.collected(about);
        person.put("type", "LEGAL_PERSON");
        about.put("recordNo", record.get("recordNo") + "-2");
        town.collected(about);
        for (String spelled : List.of(wrong, wrong.toLowerCase(Locale.ROOT))) {
            String path = "/api/v1/regions/150100/";
            Api.Answer records = town.anybody.get(path + "subjects/" + spelled + "/records");
            assertThat(records.text()).doesNotContain("虚构某人").doesNotContain("T-");
            Api.Answer guidance = town.anybody.get(path + "guidance?uscc=" + spelled);
            assertThat(guidance.text()).doesNotContain("虚构某人").doesNotContain("T-");
        }
    }

    @Test
    void aUnitReadsPersonalDataInTheEnginesHistory() {
        String no = applied();
        String claim = task(no);
        town.unit(UNIT).post(claim + "/claim", Map.of("userId", "150100-credit-center")).done();
        town.unit(UNIT)
                .post(
                        claim + "/submit-form",
                        answer("acceptanceOutcome", "REJECT", "comment", "请张三13800009999补正"))
                .done();
        for (String who : List.of("150100-credit-center", "admin")) {
            assertThat(town.anybody.as(who).get("/engine-rest/history/detail").status())
                    .isEqualTo(403);
        }
        String history =
                town.anybody
                        .as("admin")
                        .get("/engine-rest/history/variable-instance?maxResults=5000")
                        .text();
        assertThat(history).doesNotContain("13800009999").doesNotContain("13800000000");
        assertThat(count("act_hi_detail")).isZero();
        assertThat(jdbc.sql("select name_ from act_hi_varinst").query(String.class).list())
                .isNotEmpty()
                .allMatch(name -> name.endsWith("Outcome"));
        assertThat(
                        jdbc.sql("select text_ from act_hi_varinst where text_ is not null")
                                .query(String.class)
                                .list())
                .noneMatch(text -> text.contains("13800009999"));
    }

    @Test
    void aStartSmugglesVariablesOrBeginsBehindTheFirstStep() {
        Map<String, Object> application = town.application(List.of(town.collected(record)));
        application.put("region", "150100");
        String start = "/engine-rest/process-definition/key/joint-application/start";
        Map<String, Object> json = Map.of("value", write(application), "type", "Json");
        Api.Answer smuggled =
                town.portal.post(
                        start,
                        Map.of(
                                "variables",
                                Map.of(
                                        "application",
                                        json,
                                        "applicationNo",
                                        Map.of("value", "15010020260302000001"))));
        assertThat(smuggled.status()).isEqualTo(400);
        assertThat(smuggled.error("applicationNo")).isEqualTo("UNKNOWN_FIELD");
        Api.Answer behind =
                town.portal.post(
                        start,
                        Map.of(
                                "variables",
                                Map.of("application", json),
                                "startInstructions",
                                List.of(
                                        Map.of(
                                                "type",
                                                "startBeforeActivity",
                                                "activityId",
                                                "serviceTask_closeApplication"))));
        assertThat(behind.status()).isEqualTo(400);
        assertThat(
                        town.portal
                                .post(
                                        "/engine-rest/process-definition/key/result-sharing/start",
                                        "{}")
                                .status())
                .isEqualTo(403);
    }

    private static String write(Object value) {
        try {
            return Api.JSON.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- texts, files, cells

    @ParameterizedTest
    @ValueSource(strings = {"虚构\u0000公司", "虚构\u202E公司", "虚构\u200B公司", "虚构\u001B[31m公司", "虚构\r\n公司"})
    void aNameHoldsCharactersThatCannotBeSeen(String name) {
        Map<String, Object> wrong =
                new LinkedHashMap<>(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        wrong.put("subject", Map.of("type", "LEGAL_PERSON", "name", name, "uscc", Town.uscc()));
        Api.Answer answer = town.unit(UNIT).post(RECORDS, List.of(wrong, record));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("accepted").asInt()).as("the other row").isEqualTo(1);
        assertThat(answer.body().path("rows").get(0).path("errors").findValuesAsText("field"))
                .containsExactly("subject.name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/C calc'!A0", "+1+1", "-2", "@SUM(1)", "\tx", "a b"})
    void aRecordIsNumberedLikeAFormula(String number) {
        Map<String, Object> wrong = new LinkedHashMap<>(record);
        wrong.put("recordNo", number);
        Api.Answer answer = town.unit(UNIT).post(RECORDS, List.of(wrong));
        assertThat(answer.body().path("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void aBrokenWorkbookComesBackToItsSender() throws Exception {
        java.io.ByteArrayOutputStream zip = new java.io.ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream out = new java.util.zip.ZipOutputStream(zip)) {
            out.putNextEntry(new java.util.zip.ZipEntry("[Content_Types].xml"));
            out.write(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Types>&e;</Types>"
                            .getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        String files = "/api/v1/regions/150100/collections";
        long id =
                town.unit(UNIT)
                        .send(
                                files + "?dataset=PENALTY",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                zip.toByteArray())
                        .body()
                        .path("id")
                        .asLong();
        JsonNode file =
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () -> town.unit(UNIT).get(files + "/" + id).body(),
                                one -> !one.path("status").asText().equals("RECEIVED"));
        assertThat(file.path("status").asText()).isEqualTo("RETURNED");
        assertThat(file.path("failure").asText()).matches(".*\\p{IsHan}.*");
        assertThat(town.unit("tax").get(files + "/" + id).status()).isEqualTo(403);
    }

    // ---- administrators and models

    @Test
    void somebodyMakesTheFirstAdministratorOrAnAccountWithAWeakPassword() {
        assertThat(
                        town.anybody
                                .post("/camunda/api/admin/setup/default/user/create", Map.of())
                                .status())
                .isEqualTo(404);
        Api.Answer weak =
                town.anybody
                        .as("admin")
                        .post(
                                "/engine-rest/user/create",
                                Map.of(
                                        "profile",
                                        Map.of("id", "weak", "firstName", "弱"),
                                        "credentials",
                                        Map.of("password", "a")));
        assertThat(weak.status()).isEqualTo(400);
        assertThat(town.anybody.as("weak", "a").get("/api/v1/me").status()).isEqualTo(401);
        assertThat(
                        jdbc.sql("select pwd_ from act_id_user where id_ = '150100-portal'")
                                .query(String.class)
                                .single())
                .contains("argon2id");
    }

    @Test
    void forwardedHeadersAreBelievedOfNobody() {
        Api.Answer answer =
                town.anybody.getWith(
                        "/camunda",
                        Map.of(
                                "X-Forwarded-Host", "evil.example",
                                "X-Forwarded-Prefix", "/evil",
                                "X-Forwarded-Proto", "https"));
        assertThat(answer.location()).doesNotContain("evil");
    }

    @Test
    void thePageOfErrorsIsAskedForByItself() {
        for (Api asking : List.of(town.anybody, town.unit(UNIT))) {
            for (String method : List.of("GET", "POST", "DELETE")) {
                Api.Answer answer = asking.ask(method, "/error", "{}");
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.body().path("title").asText()).isEqualTo("无此地址");
            }
        }
    }

    @Test
    void publicPagesSayWhatABrowserMayDoWithThem() {
        for (String path : List.of("/guide", "/sandbox", "/openapi", "/api/v1/regions")) {
            Api.Answer page = town.anybody.get(path);
            assertThat(page.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(page.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'self'")
                    .doesNotContain("unsafe-eval");
            assertThat(page.header("X-Frame-Options")).as(path).isEqualTo("SAMEORIGIN");
            assertThat(page.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
        }
        assertThat(town.anybody.get("/camunda/app/tasklist/default/").header("Set-Cookie"))
                .as("no session for who is not logged in")
                .doesNotContain("JSESSIONID");
    }

    /** A form of another site reaches no page of ours. */
    @Test
    void anotherSitesFormIsSentByAVisitorsBrowser() throws Exception {
        for (String[] told :
                List.of(
                        new String[] {"Origin", "http://evil.example"},
                        new String[] {"Origin", "null"},
                        new String[] {"Sec-Fetch-Site", "same-site"},
                        new String[] {"Sec-Fetch-Site", "cross-site"})) {
            HttpRequest post =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/my/logout"))
                            .header(told[0], told[1])
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(post, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(told[1]).isEqualTo(403);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aTextIsLongerThanAnyForm() {
        Api.Answer answer =
                town.anybody.post("/api/v1/identity/logins", Map.of("token", "a".repeat(100_000)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("body")).isEqualTo("TOO_LARGE");
    }
}
