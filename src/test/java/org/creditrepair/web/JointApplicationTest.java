package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One application for several records, sent once or more often. */
@Tag("database")
class JointApplicationTest extends ServerStory {

    private static final String APPLICATIONS = "/api/v1/regions/150100/applications";

    @Test
    void itemsRunSideBySideAndTheApplicationClosesWithTheLast() {
        String uscc = Town.uscc();
        List<Map<String, Object>> records =
                List.of(
                        collected("penalty-other", uscc),
                        collected("penalty-market", uscc),
                        collected("penalty-other", uscc));
        String no = town.applied(town.application(records));
        town.task(no + "-1", "acceptance", "credit-center");
        town.task(no + "-2", "acceptance", "market-regulation");

        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("credit-center", no + "-1", "decision", "REPAIR", null);
        town.completes("market-regulation", no + "-2", "acceptance", "REJECT", "材料与案件无关");
        await().until(() -> result(no, 1).equals("REPAIRED") && result(no, 2).equals("REJECTED"));
        assertThat(application(no).path("status").asText()).isEqualTo("IN_PROGRESS");

        town.completes("credit-center", no + "-3", "acceptance", "ACCEPT", null);
        town.completes("credit-center", no + "-3", "decision", "REFUSE", "罚款未缴清");
        town.closedItem(no);
        JsonNode closed = application(no);
        assertThat(closed.path("closedAt").asText()).startsWith("2026-03-02T");
        assertThat(result(no, 3)).isEqualTo("REFUSED");
        assertThat(town.displayed("gsxt", records.get(0).get("recordNo"))).isFalse();
        assertThat(town.displayed("gsxt", records.get(1).get("recordNo"))).isTrue();

        await().untilAsserted(
                        () ->
                                assertThat(
                                                jdbc.sql(
                                                                "select count(*) from notice where application_no = ?")
                                                        .param(no)
                                                        .query(Integer.class)
                                                        .single())
                                        .as(
                                                "a receipt, two acceptances, three results and the closing")
                                        .isEqualTo(7));
    }

    @Test
    void theSameKeyAndFormGiveTheSameAnswerOnce() {
        Map<String, Object> application =
                town.application(List.of(collected("penalty-other", Town.uscc())));
        Map<String, String> key = Map.of("Idempotency-Key", "key-" + Town.uscc());
        Api.Answer first = town.portal.post(APPLICATIONS, application, key);
        Api.Answer second = town.portal.post(APPLICATIONS, application, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().path("applicationNo"))
                .isEqualTo(first.body().path("applicationNo"));
        assertThat(second.body().path("progressCode")).isEqualTo(first.body().path("progressCode"));

        application.put("channel", "WINDOW");
        Api.Answer other = town.portal.post(APPLICATIONS, application, key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.error("Idempotency-Key")).isEqualTo("KEY_REUSED");
    }

    @Test
    void theSameKeySentManyTimesAtOnceLeadsToOneApplication() {
        Map<String, Object> application =
                town.application(List.of(collected("penalty-other", Town.uscc())));
        Map<String, String> key = Map.of("Idempotency-Key", "key-" + Town.uscc());
        int before = count("joint_application");
        List<CompletableFuture<Api.Answer>> sent =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        town.portal.post(
                                                                APPLICATIONS, application, key)))
                        .toList();
        Set<String> numbers =
                sent.stream()
                        .map(CompletableFuture::join)
                        .peek(answer -> assertThat(answer.status()).isEqualTo(201))
                        .map(answer -> answer.body().path("applicationNo").asText())
                        .collect(Collectors.toSet());
        assertThat(numbers).hasSize(1);
        assertThat(count("joint_application")).isEqualTo(before + 1);
    }

    @Test
    void aFailedAttemptDoesNotSpendTheKey() {
        Map<String, Object> application =
                town.application(List.of(collected("penalty-other", Town.uscc())));
        Map<String, String> key = Map.of("Idempotency-Key", "key-" + Town.uscc());
        application.put("commitment", false);
        assertThat(town.portal.post(APPLICATIONS, application, key).status()).isEqualTo(422);
        application.put("commitment", true);
        assertThat(town.portal.post(APPLICATIONS, application, key).status()).isEqualTo(201);
    }

    @Test
    void oneRecordWantedByManyAtOnceIsTakenOnce() {
        Map<String, Object> record = collected("penalty-other", Town.uscc());
        List<Map<String, Object>> applications =
                IntStream.range(0, 6).mapToObj(i -> town.application(List.of(record))).toList();
        List<Integer> answers =
                applications.stream()
                        .map(
                                application ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        town.portal
                                                                .post(APPLICATIONS, application)
                                                                .status()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();
        assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409);
    }

    @Test
    void progressShowsStagesAndNothingPersonal() {
        Map<String, Object> record = collected("penalty-other", Town.uscc());
        Map<String, Object> application = town.application(List.of(record));
        JsonNode submitted = town.portal.post(APPLICATIONS, application).body();
        String no = submitted.path("applicationNo").asText();
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", "材料齐全");
        Api.Answer progress =
                town.anybody.get("/api/v1/progress/" + submitted.path("progressCode").asText());
        assertThat(progress.status()).isEqualTo(200);
        JsonNode stages = progress.body().path("items").get(0).path("stages");
        assertThat(stages.get(0).path("sla").asText()).isEqualTo("MET");
        assertThat(stages.get(1).path("dueAt").asText()).startsWith("2026-03-11T23:59:59");
        assertThat(progress.body().toString())
                .doesNotContain("虚构联系人", "13800000000", "虚构测试有限公司", "材料齐全")
                .doesNotContain(String.valueOf(((Map<?, ?>) record.get("subject")).get("uscc")));
        assertThat(town.anybody.get("/api/v1/progress/AAAAAAAAAAAAAA").status()).isEqualTo(404);
    }

    private Map<String, Object> collected(String item, String uscc) {
        return town.collected(Town.penalty(item, uscc, LocalDate.of(2025, 6, 10)));
    }

    private JsonNode application(String no) {
        return town.portal.get("/api/v1/applications/" + no).body();
    }

    private String result(String no, int item) {
        return application(no).path("items").get(item - 1).path("result").asText();
    }
}
