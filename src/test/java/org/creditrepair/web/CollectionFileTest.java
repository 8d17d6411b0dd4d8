package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.creditrepair.Api;
import org.creditrepair.Papers;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Units deliver files: each row is answered, known ones are recognised, the rest is displayed. */
@Tag("postgresql")
class CollectionFileTest extends ServerStory {

    private static final String FILES = "/api/v1/regions/150100/collections";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PENALTIES =
            "行政相对人名称,行政相对人类别,统一社会信用代码,行政处罚决定书文号,违法行为类型,违法事实,处罚类别," + "处罚内容,处罚决定日期,处罚机关,数据来源单位\n";

    private static String penalty(String uscc, String documentNo, String decidedOn) {
        return "虚构归集有限公司,法人及非法人组织,"
                + uscc
                + ","
                + documentNo
                + ",食品安全违法,\"虚构事实,含逗号\",罚款、警告,缴纳罚款,"
                + decidedOn
                + ",虚构处罚机关,呼和浩特市市场监督管理局\n";
    }

    private JsonNode delivered(String query, String type, byte[] content) {
        Api.Answer answer =
                town.unit("development-reform").send(FILES + "?" + query, type, content);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return ended(answer.body().path("id").asLong());
    }

    private JsonNode delivered(String query, String csv) {
        return delivered(query, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode ended(long id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> town.unit("development-reform").get(FILES + "/" + id).body(),
                        file -> !file.path("finishedAt").isNull());
    }

    private JsonNode rows(JsonNode file) {
        return town.unit("development-reform")
                .get(FILES + "/" + file.path("id").asLong() + "/rows")
                .body();
    }

    private JsonNode records(String uscc) {
        return town.anybody.get("/api/v1/regions/150100/subjects/" + uscc + "/records").body();
    }

    @Test
    void aCsvOfPenaltiesIsTakenInAndPushed() {
        String uscc = Town.uscc();
        JsonNode file =
                delivered(
                        "dataset=PENALTY&fileName=双公示.csv",
                        "\uFEFF" + PENALTIES + penalty(uscc, "虚构罚决〔2025〕7号", "2025/6/10"));
        assertThat(file.path("status").asText()).isEqualTo("FINISHED");
        assertThat(file.path("percent").asInt()).isEqualTo(100);
        assertThat(file.path("progress").path("accepted").asInt()).isEqualTo(1);
        assertThat(rows(file)).isEmpty();
        JsonNode record = records(uscc).get(0);
        assertThat(record.path("documentNo").asText()).isEqualTo("虚构罚决〔2025〕7号");
        assertThat(record.path("eligibleFrom").asText()).as("食品").isEqualTo("2026-06-10");
        town.await(true, PLATFORMS, record.path("recordNo").asText());
    }

    @Test
    void aCsvInGb18030IsReadWithAndWithoutAWord() {
        for (String type : List.of("text/csv", "text/csv;charset=GB18030")) {
            String uscc = Town.uscc();
            JsonNode file =
                    delivered(
                            "dataset=PENALTY",
                            type,
                            (PENALTIES + penalty(uscc, "虚构罚决〔2025〕8号", "2025年6月10日"))
                                    .getBytes(Charset.forName("GB18030")));
            assertThat(file.path("progress").path("accepted").asInt()).isEqualTo(1);
            assertThat(records(uscc).get(0).path("subjectName").asText()).isEqualTo("虚构归集有限公司");
        }
    }

    @Test
    void anXlsxIsReadWithItsDays() throws IOException {
        String uscc = Town.uscc();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("行政处罚");
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
            fill(sheet.createRow(0), PENALTIES.strip().split(","));
            Row row = sheet.createRow(1);
            fill(
                    row,
                    "虚构归集有限公司",
                    "",
                    uscc,
                    "虚构罚决〔2025〕9号",
                    "",
                    "",
                    "罚款",
                    "缴纳罚款",
                    "",
                    "虚构处罚机关",
                    "呼和浩特市市场监督管理局");
            row.createCell(8).setCellValue(LocalDate.of(2025, 6, 10));
            row.getCell(8).setCellStyle(day);
            workbook.write(bytes);
        }
        JsonNode file = delivered("dataset=PENALTY", XLSX, bytes.toByteArray());
        assertThat(file.path("progress").path("accepted").asInt())
                .as(rows(file).toString())
                .isEqualTo(1);
        assertThat(records(uscc).get(0).path("decidedOn").asText()).isEqualTo("2025-06-10");
    }

    private static void fill(Row row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    @Test
    void everyRowIsAnsweredAndABadOneNamesItsColumns() {
        String known = Town.uscc();
        String csv =
                PENALTIES
                        + penalty(known, "虚构罚决〔2025〕10号", "2025-06-10")
                        + penalty("91150100MA0000000X", "虚构罚决〔2025〕11号", "2026-13-01")
                        + penalty(Town.uscc(), "", "2025-06-10")
                        + penalty(known, "虚构罚决〔2025〕10号", "2025-06-10")
                        + penalty(known, "虚构罚决〔2025〕10号", "2025-06-11");
        JsonNode file = delivered("dataset=PENALTY", csv);
        assertThat(file.path("progress").path("rows").asInt()).isEqualTo(5);
        JsonNode rows = rows(file);
        assertThat(rows.findValuesAsText("rowNo")).containsExactly("2", "3", "4", "5");
        assertThat(rows.findValuesAsText("status"))
                .containsExactly("REJECTED", "REJECTED", "DUPLICATE", "CORRECTED");
        assertThat(rows.get(0).path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("统一社会信用代码", "处罚决定日期");
        assertThat(rows.get(1).path("errors").findValuesAsText("field"))
                .containsExactly("行政处罚决定书文号");
        JsonNode again = delivered("dataset=PENALTY", csv);
        assertThat(again.path("progress").path("accepted").asInt()).isEqualTo(1);
        assertThat(rows(again).get(0).path("errors").findValuesAsText("code"))
                .as("an earlier day shortens the display, which a person has to agree to")
                .containsExactly("REFERRED");
        assertThat(
                        town.unit("development-reform")
                                .get(
                                        FILES
                                                + "/"
                                                + file.path("id").asLong()
                                                + "/rows?status=REJECTED&after=2")
                                .body())
                .hasSize(1);
    }

    @Test
    void whatWasDeliveredByRestIsRecognised() {
        String uscc = Town.uscc();
        Map<String, Object> record =
                town.collected(Town.penalty("penalty-market", uscc, LocalDate.of(2025, 6, 10)));
        JsonNode file =
                delivered(
                        "dataset=PENALTY", PENALTIES + penalty(uscc, "虚构罚决〔2025〕1号", "2025-06-10"));
        assertThat(rows(file).get(0).path("recordNo").asText()).isEqualTo(record.get("recordNo"));
        assertThat(records(uscc)).hasSize(1);
    }

    @Test
    void stockIsNotPushed() {
        String uscc = Town.uscc();
        delivered(
                "dataset=PENALTY&mode=STOCK",
                PENALTIES + penalty(uscc, "虚构罚决〔2025〕12号", "2025-06-10"));
        assertThat(
                        jdbc.sql("select count(*) from push where record_no = ?")
                                .param(records(uscc).get(0).path("recordNo").asText())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void listsAndRemovalsHaveFilesOfTheirOwn() {
        String company = Town.uscc();
        String listing =
                "企业名称,统一社会信用代码,列入决定书文号,列入原因,列入日期,列入决定机关\n虚构归集有限公司,"
                        + company
                        + ",虚构列入〔2025〕1号,未依照规定期限公示年度报告,20250710,虚构机关\n";
        delivered("dataset=ABNORMAL", listing);
        assertThat(records(company).get(0).path("item").asText()).isEqualTo("abnormal-operations");
        String serious = Town.uscc();
        delivered(
                "dataset=SERIOUS",
                "名单名称,主体名称,统一社会信用代码,列入决定书文号,列入日期,认定单位\n重大税收违法失信主体名单,虚构归集有限公司,"
                        + serious
                        + ",虚构列入〔2025〕2号,2025-07-10,虚构机关\n");
        JsonNode record = records(serious).get(0);
        assertThat(record.path("item").asText()).isEqualTo("serious-tax");
        town.await(true, PLATFORMS, record.path("recordNo").asText());

        String removal =
                "名单名称,统一社会信用代码,移出日期,移出决定书文号\n重大税收违法失信主体名单,"
                        + serious
                        + ",2026-02-27,虚构移出〔2026〕1号\n";
        assertThat(delivered("dataset=REMOVAL", removal).path("progress").path("accepted").asInt())
                .isEqualTo(1);
        town.await(false, PLATFORMS, record.path("recordNo").asText());
        assertThat(delivered("dataset=REMOVAL", removal).path("progress").path("duplicate").asInt())
                .isEqualTo(1);
        JsonNode unknown =
                delivered(
                        "dataset=REMOVAL",
                        "名单名称,统一社会信用代码,移出日期,移出决定书文号\n重大税收违法失信主体名单,"
                                + Town.uscc()
                                + ",2026-02-27,虚构移出〔2026〕2号\n");
        assertThat(unknown.path("progress").path("rejected").asInt()).isEqualTo(1);
        JsonNode nameless =
                delivered(
                        "dataset=REMOVAL",
                        "统一社会信用代码,移出日期,移出决定书文号\n" + serious + ",2026-02-27,虚构移出〔2026〕3号\n");
        assertThat(nameless.path("failure").asText()).contains("修复事项");
    }

    @Test
    void aFileThatCannotBeReadIsReturnedWithTheReason() {
        JsonNode headless =
                delivered("dataset=PENALTY", "行政相对人名称,统一社会信用代码\n虚构归集有限公司,91150100MA0000000X\n");
        assertThat(headless.path("status").asText()).isEqualTo("RETURNED");
        assertThat(headless.path("failure").asText()).contains("行政处罚决定书文号").contains("处罚机关");
        JsonNode fake =
                delivered("dataset=PENALTY", XLSX, "no workbook".getBytes(StandardCharsets.UTF_8));
        assertThat(fake.path("failure").asText()).contains("XLSX");
        Api unit = town.unit("development-reform");
        Api.Answer wrong = unit.send(FILES + "?dataset=FAX&mode=NOW", "text/plain", new byte[] {1});
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.error("dataset")).isEqualTo("INVALID");
        assertThat(wrong.error("mode")).isEqualTo("INVALID");
        assertThat(wrong.error("Content-Type")).isEqualTo("INVALID");
        assertThat(unit.send(FILES + "?dataset=PENALTY", "text/csv", new byte[0]).error("file"))
                .isEqualTo("EMPTY");
        assertThat(town.portal.get(FILES).status()).isEqualTo(403);
    }

    @Test
    void theQualityOfEachUnitIsReported() throws Exception {
        String day = "2026-03-02";
        delivered(
                "dataset=PENALTY",
                PENALTIES
                        + penalty(Town.uscc(), "虚构罚决〔2026〕1号", "2026-02-27")
                        + penalty(Town.uscc(), "虚构罚决〔2026〕2号", "2025-12-01")
                        + penalty("91150100MA0000000X", "虚构罚决〔2026〕3号", "2026-02-27"));
        String path = "/api/v1/regions/150100/supervision/data-quality?from=" + day;
        JsonNode report = town.supervisor.get(path).body();
        JsonNode unit = null;
        for (JsonNode one : report.path("units")) {
            unit = one.path("code").asText().equals("market-regulation") ? one : unit;
        }
        assertThat(unit.path("rows").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(unit.path("rejected").asLong()).isPositive();
        assertThat(unit.path("accuracy").asDouble()).isBetween(0.0, 0.9999);
        assertThat(unit.path("meanDays").asDouble()).isPositive();
        assertThat(report.path("missing").findValuesAsText("code")).contains("tax");
        assertThat(town.supervisor.get(path + "&format=csv").text()).contains("呼和浩特市市场监督管理局");
        assertThat(town.supervisor.get(path + "&format=xlsx").bytes()).startsWith('P', 'K');
        byte[] running = town.supervisor.get(path + "&format=pdf").bytes();
        assertThat(Papers.text(running)).contains("本件为草稿");
        assertThat(Papers.signer(running)).isNull();
        byte[] ended =
                town.supervisor
                        .get(path.replace(day, "2026-01-01") + "&until=2026-01-31&format=pdf")
                        .bytes();
        Papers.requireSealed(ended, "data-quality");
        assertThat(Papers.text(ended)).doesNotContain("草稿");
        assertThat(town.supervisor.get(path + "&format=doc").error("format")).isEqualTo("INVALID");
        assertThat(town.portal.get(path).status()).isEqualTo(403);
    }
}
