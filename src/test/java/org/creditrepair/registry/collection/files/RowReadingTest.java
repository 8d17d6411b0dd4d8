package org.creditrepair.registry.collection.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.catalog.files.RegionFiles;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.registry.delivery.CollectedRecord;
import org.creditrepair.registry.delivery.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rows of a file come to, however their columns and words are written. */
class RowReadingTest {

    private static final Region REGION =
            new RegionFiles()
                    .read().stream()
                            .filter(region -> region.code().value().equals("150100"))
                            .findFirst()
                            .orElseThrow();

    /** A row that is complete but for what a test changes. */
    private static Map<String, String> penalty() {
        return new LinkedHashMap<>(
                Map.of(
                        "行政相对人名称", "虚构商贸有限公司",
                        "统一社会信用代码", "91150100MA0000001X",
                        "行政处罚决定书文号", "虚市监罚〔2025〕1号",
                        "处罚类别", "罚款、没收违法所得",
                        "处罚内容", "罚款一万元",
                        "处罚决定日期", "2025-03-01",
                        "处罚机关", "呼和浩特市市场监督管理局",
                        "数据来源单位", "呼和浩特市市场监督管理局"));
    }

    private static Map<String, String> abnormal() {
        return new LinkedHashMap<>(
                Map.of(
                        "企业名称", "虚构商贸有限公司",
                        "统一社会信用代码", "91150100MA0000001X",
                        "列入决定书文号", "虚市监列〔2025〕1号",
                        "列入原因", "未按期年报",
                        "列入日期", "2025年3月1日",
                        "列入机关", "呼和浩特市市场监督管理局"));
    }

    private static CollectedRecord read(Dataset dataset, Map<String, String> row) {
        List<String> headings = List.copyOf(row.keySet());
        try {
            return new RowReading(REGION, dataset, new Columns(dataset, headings))
                    .record(new ArrayList<>(row.values()));
        } catch (UnreadableFileException e) {
            throw new AssertionError(e);
        }
    }

    private static CollectedRecord penaltyWith(String heading, String text) {
        Map<String, String> row = penalty();
        row.put(heading, text);
        return read(Dataset.PENALTY, row);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-06, 2025-01-06",
        "2025/1/6, 2025-01-06",
        "2025.1.6, 2025-01-06",
        "2025年1月6日, 2025-01-06",
        "20250106, 2025-01-06",
        "2025-01-06 00:00:00, 2025-01-06",
        "去年一月, 去年一月",
        "2025-13-40, 2025-13-40"
    })
    void aDayIsReadInEachWritingAndElseLeftToTheCheck(String written, String day) {
        assertThat(penaltyWith("处罚决定日期", written).decidedOn()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "法人及非法人组织, 91150100MA0000001X, LEGAL_PERSON",
        "法人及非法人组织, 92150100MA0000001X, INDIVIDUAL_BUSINESS",
        "个体工商户, 91150100MA0000001X, INDIVIDUAL_BUSINESS",
        "非法人组织, 91150100MA0000001X, UNINCORPORATED",
        "自然人, 150102199001010000, NATURAL_PERSON"
    })
    void whomARowIsAbout(String kind, String code, String type) {
        Map<String, String> row = penalty();
        row.put("行政相对人类别", kind);
        row.put("统一社会信用代码", code);
        assertThat(read(Dataset.PENALTY, row).subject().type()).isEqualTo(type);
    }

    @Test
    void aPersonIsNamedByTheColumnOfPersons() {
        Map<String, String> row = penalty();
        row.put("行政相对人类别", "自然人");
        row.put("统一社会信用代码", "");
        row.put("证件号码", "150102199001010000");
        assertThat(read(Dataset.PENALTY, row).subject().uscc()).isEqualTo("150102199001010000");
    }

    @Test
    void aPenaltyOfMarketRegulationIsAnItemOfItsOwn() {
        Map<String, String> other = penalty();
        other.put("处罚机关", "呼和浩特市生态环境局");
        other.put("数据来源单位", "呼和浩特市生态环境局");
        assertThat(read(Dataset.PENALTY, penalty()).item()).isEqualTo("penalty-market");
        assertThat(read(Dataset.PENALTY, other).item()).isEqualTo("penalty-other");
        assertThat(penaltyWith("修复事项", "不存在的事项").item()).isEqualTo("不存在的事项");
    }

    @ParameterizedTest
    @CsvSource({
        "通过登记的住所无法取得联系, UNREACHABLE",
        "公示企业信息隐瞒真实情况、弄虚作假, FALSE_INFORMATION",
        "未依照规定公示年度报告, REPORT_MISSING",
        "未按责令的期限公示有关企业信息, INFORMATION_WITHHELD",
        "其他, 其他"
    })
    void whyALineIsOnAList(String written, String cause) {
        Map<String, String> row = abnormal();
        row.put("列入原因", written);
        CollectedRecord record = read(Dataset.ABNORMAL, row);
        assertThat(record.cause()).isEqualTo(cause);
        assertThat(record.listedOn()).isEqualTo("2025-03-01");
    }

    @ParameterizedTest
    @CsvSource({"违反食品安全规定, , 食品", "违反食品安全规定, 药品, 药品", "违反广告规定, , ", ", 消防, 消防"})
    void theFieldIsNamedOrTakenFromTheOffence(String offence, String named, String field) {
        Map<String, String> row = penalty();
        row.put("违法行为类型", offence == null ? "" : offence);
        row.put("领域", named == null ? "" : named);
        assertThat(read(Dataset.PENALTY, row).field()).isEqualTo(field);
    }

    @Test
    void kindsOfPenaltyAreDividedAndSeveritiesTranslated() {
        assertThat(penaltyWith("处罚类别", "警告；罚款，没收违法所得 / ").penaltyTypes())
                .containsExactly("警告", "罚款", "没收违法所得");
        assertThat(penaltyWith("失信严重程度", "一般").severity()).isEqualTo("GENERAL");
        assertThat(penaltyWith("失信严重程度", "较重").severity()).isEqualTo("较重");
    }

    @Test
    void aRowWithoutANumberGetsTheSameEachTimeItIsDelivered() {
        String first = read(Dataset.PENALTY, penalty()).recordNo();
        assertThat(first).matches("P[0-9a-f]{24}");
        assertThat(penaltyWith("处罚内容", "罚款两万元").recordNo()).isEqualTo(first);
        assertThat(penaltyWith("行政处罚决定书文号", "虚市监罚〔2025〕2号").recordNo()).isNotEqualTo(first);
        assertThat(penaltyWith("信息编号", "A-1").recordNo()).isEqualTo("A-1");
    }

    @Test
    void theOrderOfColumnsDoesNotMatterButTheirHeadingsDo() {
        Map<String, String> row = penalty();
        row.remove("处罚机关");
        row.remove("处罚内容");
        assertThatThrownBy(() -> new Columns(Dataset.PENALTY, List.copyOf(row.keySet())))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("行政处罚信息缺少表头：处罚内容、处罚机关");
    }

    @Test
    void anErrorIsToldUnderTheHeadingOfTheFile() throws UnreadableFileException {
        Columns columns = new Columns(Dataset.ABNORMAL, List.copyOf(abnormal().keySet()));
        assertThat(columns.heading("authority")).isEqualTo("列入机关");
        assertThat(columns.heading("severity")).isEqualTo("severity");
    }
}
