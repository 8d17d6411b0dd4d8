package org.creditrepair.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 平台对账: what platforms display is compared, mended where the cause is clear, else asked about. */
@Tag("postgresql")
class ReconciliationTest extends ServerStory {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String SUPERVISION = "/api/v1/regions/150300/supervision/";

    @Override
    protected String region() {
        return "150300";
    }

    private String displayed() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2025, 6, 10)));
        town.await(true, PLATFORMS, record.get("recordNo"));
        return record.get("recordNo").toString();
    }

    /** A platform changes its display by its own hand. */
    private void byItsOwnHand(String platform, String recordNo, boolean shown) {
        assertThat(
                        town.anybody
                                .put(
                                        "/sandbox/" + platform + "/records/" + recordNo,
                                        Map.of("region", "150300", "displayed", shown))
                                .status())
                .isEqualTo(200);
    }

    /** A reconciliation as far as it goes without a person; its number. */
    private long reconciled(String platform) {
        town.moveClock(clock.now().plusMinutes(1));
        Api.Answer answer =
                town.supervisor.post(SUPERVISION + "reconciliations", Map.of("platform", platform));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        long id = answer.body().path("id").asLong();
        await().atMost(PATIENCE).until(() -> !run(id).path("finishedAt").isNull());
        return id;
    }

    private JsonNode run(long id) {
        for (JsonNode one : town.supervisor.get(SUPERVISION + "reconciliations").body()) {
            if (one.path("id").asLong() == id) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    /** The latest difference about a record at a platform. */
    private JsonNode difference(String platform, String recordNo) {
        for (JsonNode one : town.supervisor.get(SUPERVISION + "differences").body()) {
            if (one.path("platform").asText().equals(platform)
                    && one.path("recordNo").asText().equals(recordNo)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    private String handling(String platform, String recordNo) {
        return difference(platform, recordNo).path("handling").asText();
    }

    private String matterOf(String recordNo) {
        return "result-"
                + jdbc.sql("select max(id) from external_result where record_no = ?")
                        .param(recordNo)
                        .query(Long.class)
                        .single();
    }

    @Test
    void aPlatformThatDiffersFromTheNationalSiteIsToldAgain() {
        String no = displayed();
        byItsOwnHand("gsxt", no, false);
        reconciled("gsxt");
        JsonNode found = difference("gsxt", no);
        assertThat(found.path("kind").asText()).isEqualTo("MISSING_THERE");
        assertThat(found.path("handling").asText()).isEqualTo("PUSH");
        assertThat(found.path("cause").asText()).contains("以信用中国为准");
        assertThat(found.path("since").asText()).startsWith("2026-03-02");
        town.await(true, List.of("gsxt"), no);
        assertThat(town.deliveries("gsxt", no).findValuesAsText("event"))
                .containsExactly("LISTED", "REPAIRED", "RESTORED");
        reconciled("gsxt");
        assertThat(difference("gsxt", no).path("settledAt").asText()).startsWith("2026-03-02");
        assertThat(town.supervisor.get(SUPERVISION + "differences?format=csv").text())
                .contains(no)
                .contains("平台未公示");
    }

    @Test
    void whatTheNationalSiteNoLongerShowsIsPutBeforeAPersonAndTheOthersFollow() {
        String no = displayed();
        byItsOwnHand("creditchina", no, false);
        byItsOwnHand("gsxt", no, false);
        reconciled("creditchina");
        assertThat(handling("creditchina", no)).isEqualTo("PERSON");
        reconciled("gsxt");
        assertThat(handling("gsxt", no)).isEqualTo("FOLLOW");
        reconciled("creditchina");
        assertThat(
                        jdbc.sql("select count(*) from external_result where record_no = ?")
                                .param(no)
                                .query(Integer.class)
                                .single())
                .as("asked once")
                .isEqualTo(1);
        town.decides("market-regulation", "arbitration", matterOf(no), "APPLY", null);
        town.await(false, PLATFORMS, no);
    }

    @Test
    void aPlatformThatStillDiffersAfterBeingToldAgainIsForAPerson() {
        String no = displayed();
        town.unit("market-regulation")
                .post(
                        "/api/v1/regions/150300/results",
                        Map.of(
                                "recordNo", no,
                                "platform", "unit",
                                "event", "REMOVED",
                                "decidedOn", "2026-03-01",
                                "documentNo", "虚构移出〔2026〕9号"))
                .done();
        town.await(false, PLATFORMS, no);
        byItsOwnHand("creditchina", no, true);
        reconciled("creditchina");
        assertThat(difference("creditchina", no).path("kind").asText()).isEqualTo("SHOWN_THERE");
        assertThat(handling("creditchina", no)).isEqualTo("PUSH");
        town.await(false, List.of("creditchina"), no);
        byItsOwnHand("creditchina", no, true);
        reconciled("creditchina");
        assertThat(handling("creditchina", no)).isEqualTo("PERSON");
        town.moveClock(clock.now().plusMinutes(1));
        town.decides("market-regulation", "arbitration", matterOf(no), "DISMISS", "已经移出");
        reconciled("creditchina");
        assertThat(handling("creditchina", no)).isEqualTo("PUSH");
        assertThat(difference("creditchina", no).path("cause").asText()).contains("以本平台为准");
        town.await(false, List.of("creditchina"), no);
    }

    @Test
    void whatIsOnItsWayIsWaitedFor() {
        town.behave("gsxt", "FAILING");
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2025, 6, 10)));
        String no = record.get("recordNo").toString();
        town.await(true, List.of("creditchina"), no);
        reconciled("gsxt");
        assertThat(handling("gsxt", no)).isEqualTo("WAIT");
        town.behave("gsxt", "NORMAL");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> {
                            town.moveClock(clock.now().plusHours(2));
                            return town.displayed("gsxt", no);
                        });
    }

    @Test
    void stockThatTheNationalSiteDoesNotHaveIsPushed() {
        String uscc = Town.uscc();
        String csv =
                "行政相对人名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚内容,处罚决定日期,处罚机关,数据来源单位\n虚构存量有限公司,"
                        + uscc
                        + ",虚构罚决〔2025〕3号,罚款,缴纳罚款,2025-06-10,虚构市场监督管理机关,乌海市市场监督管理局\n";
        town.unit("market-regulation")
                .send(
                        "/api/v1/regions/150300/collections?dataset=PENALTY&mode=STOCK",
                        "text/csv",
                        csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .done();
        String path = "/api/v1/regions/150300/subjects/" + uscc + "/records";
        await().atMost(PATIENCE).until(() -> town.anybody.get(path).body().size() == 1);
        String no = town.anybody.get(path).body().get(0).path("recordNo").asText();
        reconciled("creditchina");
        assertThat(difference("creditchina", no).path("cause").asText()).isEqualTo("从未向该平台推送");
        town.await(true, List.of("creditchina"), no);
        assertThat(town.deliveries("creditchina", no).findValuesAsText("event"))
                .containsExactly("LISTED");
    }

    @Test
    void whatNobodyHereKnowsIsForTheCreditOffice() {
        String no = "U-" + UUID.randomUUID().toString().substring(0, 8);
        byItsOwnHand("creditchina-local", no, true);
        long id = reconciled("creditchina-local");
        String key = "reconciliation-" + id;
        assertThat(run(id).path("doubt").asText()).contains("未归集");
        String task = town.matter("clarification", "development-reform", key).path("id").asText();
        assertThat(
                        town.unit("development-reform")
                                .get("/engine-rest/task/" + task + "/form-variables")
                                .body()
                                .path("caseSheet")
                                .path("value")
                                .asText())
                .contains(no)
                .contains("信用中国（内蒙古乌海）");
        town.moveClock(OffsetDateTime.parse("2026-03-17T00:00:01+08:00"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                town.supervisor
                                                        .get(SUPERVISION + "breaches")
                                                        .body()
                                                        .findValuesAsText("reference"))
                                        .contains(key));
        assertThat(
                        town.triesToDecide(
                                        "development-reform",
                                        "clarification",
                                        key,
                                        "CLARIFIED",
                                        null)
                                .error("comment"))
                .isEqualTo("REQUIRED");
        town.complete("development-reform", task, "clarificationOutcome", "CLARIFIED", "已请认定单位补报")
                .done();
        assertThat(run(id).path("remark").asText()).isEqualTo("已请认定单位补报");
        assertThat(run(reconciled("creditchina-local")).path("doubt").isNull())
                .as("asked about once")
                .isTrue();
        byItsOwnHand("creditchina-local", no, false);
    }

    @Test
    void aListThatIsSurelyWrongMendsNothing() {
        String no = displayed();
        List<String> many =
                java.util.stream.IntStream.range(0, 120).mapToObj(i -> "M-" + i).toList();
        many.forEach(one -> byItsOwnHand("credit-platform", one, true));
        byItsOwnHand("credit-platform", no, false);
        long id = reconciled("credit-platform");
        assertThat(run(id).path("doubt").asText()).contains("清单不完整");
        assertThat(handling("credit-platform", no)).isEmpty();
        assertThat(town.displayed("credit-platform", no)).isFalse();
        many.forEach(one -> byItsOwnHand("credit-platform", one, false));
        reconciled("credit-platform");
        town.await(true, List.of("credit-platform"), no);
        town.decides(
                "development-reform",
                "clarification",
                "reconciliation-" + id,
                "CLARIFIED",
                "平台导出有误，已改正");
    }

    @Test
    void everyPlatformOfEveryRegionIsComparedAtNight() {
        long before =
                jdbc.sql("select coalesce(max(id), 0) from reconciliation")
                        .query(Long.class)
                        .single();
        String timer =
                management
                        .createJobQuery()
                        .processDefinitionKey("nightly-reconciliation")
                        .timers()
                        .singleResult()
                        .getId();
        management.executeJob(timer);
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                jdbc.sql(
                                                        """
                                                        select count(*) from reconciliation
                                                        where id > ? and finished_at is not null""")
                                                .param(before)
                                                .query(Integer.class)
                                                .single()
                                        >= 21);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(distinct region) from reconciliation
                                        where id > ?""")
                                .param(before)
                                .query(Integer.class)
                                .single())
                .isEqualTo(6);
    }

    @Test
    void onlyADisplayCanBeComparedAndOnlyByItsSupervisor() {
        assertThat(
                        town.supervisor
                                .post(
                                        SUPERVISION + "reconciliations",
                                        Map.of("platform", "superior-unit"))
                                .error("platform"))
                .isEqualTo("NOT_COMPARABLE");
        assertThat(
                        town.portal
                                .post(SUPERVISION + "reconciliations", Map.of("platform", "gsxt"))
                                .status())
                .isEqualTo(403);
    }
}
