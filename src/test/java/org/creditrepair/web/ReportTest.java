package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.creditrepair.Api;
import org.creditrepair.Papers;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.supervision.statistics.LimitStates;
import org.creditrepair.vocabulary.RegionCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reports say what happened, and nothing else. */
@Tag("postgresql")
class ReportTest extends ServerStory {

    private static final String SUPERVISION = "/api/v1/regions/330000/supervision/";

    @Autowired private LimitStates states;
    @Autowired private Applications applications;

    @Override
    protected String region() {
        return "330000";
    }

    private String applied(String item, String channel) {
        Map<String, Object> record =
                town.collected(Town.penalty(item, Town.uscc(), LocalDate.of(2025, 6, 10)));
        Map<String, Object> application = town.application(List.of(record));
        application.put("channel", channel);
        return town.applied(application);
    }

    private void rejected(String no, String unit, String reason) {
        JsonNode done =
                town.unit(unit)
                        .post(
                                "/api/v1/regions/330000/tasks/completions",
                                List.of(
                                        Map.of(
                                                "taskId",
                                                town.task(no + "-1", "acceptance", unit)
                                                        .path("id")
                                                        .asText(),
                                                "outcome",
                                                "REJECT",
                                                "comment",
                                                "不符合要求",
                                                "refusalReason",
                                                reason)))
                        .body();
        assertThat(done.get(0).path("status").asText()).as(done.toString()).isEqualTo("DONE");
        town.closedItem(no);
    }

    private String unitOf(String no) {
        return jdbc.sql("select unit from application_item where application_no = ?")
                .param(no)
                .query(String.class)
                .single();
    }

    private Map<String, JsonNode> lines(String by) {
        Map<String, JsonNode> lines = new TreeMap<>();
        town.supervisor
                .get(SUPERVISION + "statistics?from=2026-03-01&until=2026-03-31&by=" + by)
                .body()
                .forEach(line -> lines.put(line.path("code").asText(), line));
        return lines;
    }

    @Test
    void everyReportEqualsACountOverTheRawHistory() {
        String first = applied("penalty-other", "PORTAL");
        String unit = unitOf(first);
        town.completes(unit, first + "-1", "acceptance", "ACCEPT", null);
        town.completes(unit, first + "-1", "decision", "REPAIR", null);
        town.closedItem(first);
        String second = applied("penalty-other", "PORTAL");
        rejected(second, unit, "SCOPE");
        String third = applied("penalty-market", "WINDOW");
        town.moveClock(OffsetDateTime.parse("2026-03-20T09:00:00+08:00"));
        rejected(third, unitOf(third), "MATERIALS");

        raw("a.region", lines("REGION"));
        raw("i.unit", lines("UNIT"));
        raw("i.item", lines("ITEM"));
        raw("a.channel", lines("CHANNEL"));
        JsonNode all = lines("REGION").get("330000");
        assertThat(all.path("refusals").path("SCOPE").asInt()).isPositive();
        assertThat(all.path("refusals").path("MATERIALS").asInt()).isPositive();
        assertThat(
                        all.path("refusals").path("SCOPE").asLong()
                                + all.path("refusals").path("MATERIALS").asLong()
                                + all.path("refusals").path("CONDITIONS").asLong()
                                + all.path("refusals").path("OBLIGATIONS").asLong()
                                + all.path("refusals").path("COMMITMENT").asLong()
                                + all.path("refusals").path("OTHER").asLong())
                .isEqualTo(all.path("refused").asLong() + all.path("rejected").asLong());
        long finished =
                history
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKeyIn("penalty-other", "penalty-market")
                        .tenantIdIn("330000")
                        .finished()
                        .list()
                        .stream()
                        .filter(one -> one.getEndTime().toInstant().isBefore(APRIL.toInstant()))
                        .count();
        assertThat(lines("ITEM").values().stream().mapToLong(l -> l.path("closed").asLong()).sum())
                .isGreaterThanOrEqualTo(finished);
        assertThat(
                        town.supervisor
                                .get(SUPERVISION + "statistics?until=2026-01-01&from=2026-02-01")
                                .error("until"))
                .isEqualTo("INVALID");
    }

    private static final OffsetDateTime APRIL = OffsetDateTime.parse("2026-04-01T00:00:00+08:00");

    private void raw(String group, Map<String, JsonNode> lines) {
        Map<String, long[]> raw = new TreeMap<>();
        jdbc.sql(
                        """
                        select %s, i.result, i.corrected, exists (select 1 from case_stage s
                            where s.application_no = i.application_no and s.item_no = i.item_no
                            and s.stage <> 'CORRECTION' and s.due_at < s.ended_at)
                        from application_item i
                        join joint_application a on a.application_no = i.application_no
                        where a.region = '330000' and i.closed_at >= ? and i.closed_at < ?"""
                                .formatted(group))
                .params(OffsetDateTime.parse("2026-03-01T00:00:00+08:00"), APRIL)
                .query(
                        row -> {
                            long[] sum = raw.computeIfAbsent(row.getString(1), one -> new long[5]);
                            sum[0]++;
                            sum[1] += row.getString(2).equals("REPAIRED") ? 1 : 0;
                            sum[2] += row.getString(2).equals("REJECTED") ? 1 : 0;
                            sum[3] += row.getBoolean(3) ? 1 : 0;
                            sum[4] += row.getBoolean(4) ? 1 : 0;
                        });
        Map<String, Long> received = new TreeMap<>();
        jdbc.sql(
                        """
                        select %s, count(*) from application_item i
                        join joint_application a on a.application_no = i.application_no
                        where a.region = '330000' and a.submitted_at >= ? and a.submitted_at < ?
                        group by 1"""
                                .formatted(group))
                .params(OffsetDateTime.parse("2026-03-01T00:00:00+08:00"), APRIL)
                .query(
                        row -> {
                            received.put(row.getString(1), row.getLong(2));
                        });
        lines.forEach(
                (code, line) ->
                        assertThat(line.path("received").asLong())
                                .as(code)
                                .isEqualTo(received.getOrDefault(code, 0L)));
        assertThat(lines.keySet()).containsAll(received.keySet());
        lines.values().removeIf(line -> line.path("closed").asLong() == 0);
        assertThat(lines.keySet()).isEqualTo(raw.keySet());
        raw.forEach(
                (code, sum) -> {
                    JsonNode line = lines.get(code);
                    assertThat(line.path("closed").asLong()).as(code).isEqualTo(sum[0]);
                    assertThat(line.path("repaired").asLong()).isEqualTo(sum[1]);
                    assertThat(line.path("rejected").asLong()).isEqualTo(sum[2]);
                    assertThat(Math.round(line.path("correctedShare").asDouble() * sum[0]))
                            .isEqualTo(sum[3]);
                    assertThat(Math.round(line.path("lateShare").asDouble() * sum[0]))
                            .isEqualTo(sum[4]);
                });
    }

    @Test
    void theSumsOfOpenCasesAreThoseOfTheCasesThemselves() {
        String open = applied("penalty-other", "PORTAL");
        String corrected = applied("penalty-other", "PORTAL");
        String unit = unitOf(open);
        town.completes(unit, corrected + "-1", "acceptance", "CORRECT", "请补交缴款凭证");
        String suspended = applied("penalty-other", "PORTAL");
        town.task(suspended + "-1", "acceptance", unit);
        runtime.suspendProcessInstanceById(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(suspended + "-1")
                        .singleResult()
                        .getId());
        String withdrawn = applied("penalty-other", "PORTAL");
        town.task(withdrawn + "-1", "acceptance", unit);
        town.portal.post("/api/v1/applications/" + withdrawn + "/items/1/withdrawal", "").done();
        assertThat(town.closedItem(withdrawn).path("sla").asText()).isEqualTo("MET");
        town.moveClock(OffsetDateTime.parse("2026-03-13T09:00:00+08:00"));
        assertThat(town.item(open).path("sla").asText()).isEqualTo("BREACHED");
        assertThat(town.item(corrected).path("sla").asText()).as("等待补正").isEqualTo("ON_TRACK");
        assertThat(town.item(suspended).path("sla").asText()).as("中止").isEqualTo("ON_TRACK");
        town.moveClock(OffsetDateTime.parse("2026-03-20T09:00:00+08:00"));
        assertThat(town.closedItem(corrected).path("sla").asText()).as("逾期未补正").isEqualTo("MET");
        for (String region : List.of("150100", "150300", "330000", "360000", "620000")) {
            await().untilAsserted(
                            () ->
                                    assertThat(counted(new RegionCode(region)))
                                            .isEqualTo(ofCases(region)));
        }
    }

    private Map<SlaStatus, Long> counted(RegionCode region) {
        Map<SlaStatus, Long> counts = new EnumMap<>(SlaStatus.class);
        states.count(region, clock.today(), clock.today())
                .forEach(
                        state ->
                                state.open()
                                        .forEach(
                                                (status, cases) ->
                                                        counts.merge(status, cases, Long::sum)));
        return counts;
    }

    private Map<SlaStatus, Long> ofCases(String region) {
        Map<SlaStatus, Long> counts = new EnumMap<>(SlaStatus.class);
        jdbc.sql(
                        """
                        select i.application_no, i.item_no from application_item i
                        join joint_application a on a.application_no = i.application_no
                        where a.region = ? and i.status <> 'CLOSED'""")
                .param(region)
                .query((row, n) -> new CaseKey(row.getString(1), row.getInt(2)))
                .list()
                .forEach(
                        key -> {
                            SlaStatus sla =
                                    applications
                                            .byNumber(key.applicationNo())
                                            .item(key.itemNo())
                                            .sla(clock.now());
                            counts.merge(
                                    sla == SlaStatus.MET ? SlaStatus.ON_TRACK : sla, 1L, Long::sum);
                        });
        return counts;
    }

    @Test
    void casesAreFoundOpenAndClosedByWhatIsKnownOfThem() {
        String no = applied("penalty-other", "PORTAL");
        String unit = unitOf(no);
        assertThat(found("words=" + no)).contains(no + "-1");
        assertThat(found("words=" + no + "-1&unit=" + unit + "&state=ON_TRACK"))
                .containsExactly(no + "-1");
        assertThat(found("words=" + no + "&scope=CLOSED")).isEmpty();
        rejected(no, unit, "OTHER");
        assertThat(found("words=" + no)).isEmpty();
        assertThat(
                        found(
                                "words="
                                        + no
                                        + "&scope=CLOSED&state=MET&from=2026-03-02&until=2026-03-02"))
                .containsExactly(no + "-1");
        String received = "words=" + no + "&scope=RECEIVED&from=2026-03-02&until=2026-03-02";
        String ofItem = "&item=penalty-other&channel=PORTAL&unit=" + unit + "&result=REJECTED";
        assertThat(found(received + ofItem)).containsExactly(no + "-1");
        assertThat(found(received + "&channel=WINDOW")).isEmpty();
        assertThat(found(received + "&item=penalty-market")).isEmpty();
        assertThat(found(received + "&result=REPAIRED")).isEmpty();
        assertThat(found("words=" + no + "&scope=RECEIVED&from=2026-03-03")).isEmpty();
        assertThat(
                        town.supervisor
                                .get(SUPERVISION + "cases?scope=RECEIVED&state=MET")
                                .error("state"))
                .isEqualTo("NOT_APPLICABLE");
        JsonNode one = town.supervisor.get(SUPERVISION + "cases/" + no + "-1").body();
        assertThat(one.path("stages").get(0).path("daysTaken").asInt()).isZero();
        assertThat(one.path("resultName").asText()).isEqualTo("不予受理");
        assertThat(town.supervisor.get(SUPERVISION + "cases/" + no + "-7").status()).isEqualTo(404);
        assertThat(
                        town.anybody
                                .as("150100-supervisor")
                                .get("/api/v1/regions/150100/supervision/cases/" + no + "-1")
                                .status())
                .isEqualTo(404);
        assertThat(town.unit("tax").get(SUPERVISION + "cases").status()).isEqualTo(403);
    }

    private int breaches(String no) {
        return jdbc.sql("select count(*) from limit_breach where reference = ?")
                .param(no + "-1")
                .query(Integer.class)
                .single();
    }

    private List<String> found(String query) {
        return town.supervisor
                .get(SUPERVISION + "cases?" + query)
                .body()
                .findValuesAsText("caseKey");
    }

    @Test
    void theMonthIsReportedOnItsFirstWorkingDayAndStaysAsItWas() throws Exception {
        String no = applied("penalty-other", "PORTAL");
        rejected(no, unitOf(no), "OTHER");
        town.moveClock(OffsetDateTime.parse("2026-04-01T09:00:00+08:00"));
        superviseDaily();
        assertThat(town.supervisor.get(SUPERVISION + "months").body().toString())
                .contains("2026-03");
        Api.Answer report = town.supervisor.get(SUPERVISION + "months/2026-03");
        assertThat(report.body().path("all").get(0).path("closed").asLong())
                .isEqualTo(lines("REGION").get("330000").path("closed").asLong());
        assertThat(report.body().path("scores")).isNotEmpty();
        superviseDaily();
        assertThat(town.supervisor.get(SUPERVISION + "months/2026-03").text())
                .isEqualTo(report.text());
        assertThat(report.body().path("months"))
                .extracting(month -> month.path("code").asText())
                .containsExactly("2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03");
        assertThat(report.body().path("months").path(5).path("closed"))
                .isEqualTo(report.body().path("all").path(0).path("closed"));
        byte[] bulletin = town.supervisor.get(SUPERVISION + "months/2026-03?format=pdf").bytes();
        Papers.requireSealed(bulletin, "monthly-bulletin");
        assertThat(Papers.text(bulletin)).contains("2026年3月", "近六个月走势", "按时办结率", "收件", "月末在办");
        assertThat(town.supervisor.get(SUPERVISION + "months/2026-03?format=csv").text())
                .contains("按时率");
        assertThat(town.supervisor.get(SUPERVISION + "months/2025-01").status()).isEqualTo(404);
        for (JsonNode unit : report.body().path("backlog")) {
            assertThat(unit.path("overdue").asLong()).isBetween(0L, unit.path("waiting").asLong());
        }
        JsonNode scores =
                town.supervisor
                        .get(SUPERVISION + "assessment?from=2026-03-01&until=2026-03-31")
                        .body();
        for (JsonNode score : scores) {
            assertThat(score.path("score").asDouble()).isBetween(0.0, 100.0);
        }
        assertThat(town.supervisor.get(SUPERVISION + "assessment?format=xlsx").bytes())
                .startsWith('P', 'K');

        String waiting = applied("penalty-other", "PORTAL");
        town.moveClock(OffsetDateTime.parse("2026-05-20T09:00:00+08:00"));
        await().until(() -> !found("words=" + waiting + "&state=BREACHED").isEmpty());
        await().until(() -> breaches(waiting) == 1);
        town.moveClock(OffsetDateTime.parse("2026-07-01T09:00:00+08:00"));
        superviseDaily();
        assertThat(town.supervisor.get(SUPERVISION + "months").body())
                .as("months in which nobody supervised")
                .extracting(JsonNode::asText)
                .startsWith("2026-06", "2026-05", "2026-04", "2026-03");
        JsonNode backlog = town.supervisor.get(SUPERVISION + "months/2026-05").body();
        assertThat(backlog.path("backlog"))
                .as("open since April, and late")
                .anySatisfy(unit -> assertThat(unit.path("overdue").asLong()).isPositive());
    }

    @Test
    void theTrendAndTheStagesAreOfWorkingDays() {
        String no = applied("penalty-other", "PORTAL");
        rejected(no, unitOf(no), "OTHER");
        JsonNode days = town.supervisor.get(SUPERVISION + "trend?workingDays=30").body();
        assertThat(days).hasSize(30);
        assertThat(days.get(29).path("day").asText()).isEqualTo("2026-03-02");
        assertThat(days.get(29).path("met").asLong()).isPositive();
        assertThat(days.get(28).path("day").asText()).as("调休上班的周六").isEqualTo("2026-02-28");
        assertThat(town.supervisor.get(SUPERVISION + "trend?workingDays=0").error("workingDays"))
                .isEqualTo("RANGE");
        JsonNode stages =
                town.supervisor
                        .get(SUPERVISION + "stages?path=penalty-other&from=2026-03-01")
                        .body();
        assertThat(stages.findValuesAsText("stage")).contains("ACCEPTANCE");
    }

    @Test
    void theEventLogIsReadBackWithRolesInPlaceOfPersons() throws IOException {
        String no = applied("penalty-market", "PORTAL");
        town.completes("market-regulation", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("market-regulation", no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        Api.Answer answer = town.supervisor.get(SUPERVISION + "event-log");
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        List<NamedCsvRecord> events = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> log = CsvReader.builder().ofNamedCsvRecord(answer.text())) {
            log.forEach(events::add);
        }
        assertThat(events)
                .filteredOn(event -> event.getField("case_id").equals(no + "-1"))
                .extracting(
                        event ->
                                event.getField("activity")
                                        + " "
                                        + event.getField("role")
                                        + " "
                                        + event.getField("outcome"))
                .containsExactly("受理审查 认定单位经办人员 受理", "审核决定 认定单位经办人员 准予修复", "结果共享 系统 已共享");
        assertThat(events)
                .allSatisfy(
                        event ->
                                assertThat(OffsetDateTime.parse(event.getField("start_timestamp")))
                                        .isNotNull());
        assertThat(answer.text()).doesNotContain("330000-market-regulation");
        assertThat(town.portal.get(SUPERVISION + "event-log").status()).isEqualTo(403);
    }
}
