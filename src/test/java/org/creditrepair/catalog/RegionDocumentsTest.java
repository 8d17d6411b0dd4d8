package org.creditrepair.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.rules.DmnRuleTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The region files say what the documents say: phones, channels, papers, names of units. */
class RegionDocumentsTest {

    private static final LocalDate OF_THE_DOCUMENTS = LocalDate.of(2024, 9, 30);
    private static final Catalog CATALOG = Catalog.ofFiles(new DmnRuleTables());

    private static Region region(String code) {
        return CATALOG.region(new RegionCode(code));
    }

    private static RepairItem item(String region, String item) {
        return CATALOG.item(new RegionCode(region), item);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "penalty-market | 0473—3156859、3156832",
                "penalty-other | 0473—8991925",
                "abnormal-operations | 0473—3156859、3156832",
                "abnormal-social-organization | 0473—8992070",
                "serious-judgment-defaulter | 0473—3968118",
                "serious-wage-arrears | 0473—3158030",
                "serious-tax | 0473—2036387",
                "serious-work-safety | 0473—3559864",
                "serious-market-regulation | 0473—3156859、3156832",
                "serious-culture-tourism | 0473—8992257",
                "serious-statistics | 0473—8992323"
            })
    void wuhaiNamesAPhoneForEachItem(String item, String phone) {
        assertThat(item("150300", item).phone()).isEqualTo(phone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "penalty-market | application commitment fulfilment-proof other",
                "penalty-other | identity application commitment",
                "abnormal-operations | application commitment identity financial-statements",
                "abnormal-social-organization | self-inspection",
                "serious-judgment-defaulter | fulfilment-proof",
                "serious-wage-arrears | identity application commitment",
                "serious-tax | application tax-compliance commitment other",
                "serious-work-safety | application commitment fulfilment-proof",
                "serious-market-regulation | application commitment identity fulfilment-proof",
                "serious-culture-tourism | application training-record commitment fulfilment-proof",
                "serious-statistics | application"
            })
    void wuhaiAsksForThePapersOfItsTable(String item, String codes) {
        assertThat(item("150300", item).on(OF_THE_DOCUMENTS).materials())
                .extracting(Material::code)
                .containsExactly(codes.split(" "));
    }

    @Test
    void aPowerOfAttorneyIsAskedForOnceWhateverTheListCallsIt() {
        RepairItem item = item("150100", "penalty-other");
        List<String> asked =
                Stream.concat(
                                item.on(OF_THE_DOCUMENTS).materials().stream(),
                                CATALOG
                                        .occasionalMaterials(
                                                item, OF_THE_DOCUMENTS, true, "已纠正失信行为并履行义务")
                                        .stream())
                        .map(Material::name)
                        .filter(name -> name.contains("授权委托书"))
                        .toList();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aPaperThatTheSectorsOwnRulesDemandStaysBesideTheTwo() {
        assertThat(
                        item("360000", "serious-culture-tourism")
                                .on(LocalDate.of(2026, 4, 1))
                                .materials())
                .extracting(Material::code)
                .contains("training-record", "commitment", "fulfilment-proof");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "620000 | penalty-other | 甘肃政务服务网",
                "620000 | penalty-market | “甘快办”APP",
                "620000 | serious-tax | 市（州）信用平台网站",
                "620000 | penalty-market | https://www.creditchina.gov.cn",
                "620000 | penalty-market | https://credit.gansu.gov.cn",
                "620000 | penalty-other | https://credit.gansu.gov.cn",
                "620000 | abnormal-operations | 国家企业信用信息公示系统（甘肃）",
                "150100 | penalty-market | http://nm.gsxt.gov.cn",
                "150100 | abnormal-operations | http://nm.gsxt.gov.cn",
                "150100 | abnormal-individual-business | http://nm.gsxt.gov.cn",
                "150300 | penalty-other | 专窗，https://www.creditchina.gov.cn",
                "330000 | penalty-other | 浙江政务服务网",
                "330000 | penalty-other | “浙里办”APP",
                "330000 | penalty-other | 支付宝",
                "330000 | penalty-other | 微信",
                "360000 | serious-tax | 江西政务服务网",
                "360000 | serious-tax | 赣服通",
                "360000 | serious-tax | 各有关单位网上办事大厅",
                "360000 | penalty-market | 国家企业信用信息公示系统（江西）",
                "360000 | abnormal-operations | 江西省企业登记网络服务平台",
                "360000 | serious-customs | “信用中国（江西）”网站",
                "360000 | serious-customs | 失信行为纠正后的信用信息修复指南"
            })
    void theChannelsAreThoseOfTheDocument(String region, String item, String channel) {
        assertThat(item(region, item).channels()).anyMatch(one -> one.contains(channel));
    }

    @ParameterizedTest
    @ValueSource(strings = {"企业信息公示暂行条例", "甘肃省市场监督管理信用修复管理实施办法"})
    void gansusMarketPenaltiesRestOnTheTwoPapersItNames(String paper) {
        assertThat(item("620000", "penalty-market").on(OF_THE_DOCUMENTS).basis())
                .anyMatch(one -> one.contains(paper));
    }

    /** Names as the annexes print them are found, each as a unit of its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "150100 | 市中级人民法院 市人社局 市市场监管局 市税务局 市统计局 市民政局 市应急管理局 市残联 市教育局 市卫生健康委 市医疗保障局 市委网信办 市公安局 市文旅局 市住建局 市交通运输局 市水利局 市农牧局 市发展改革委 市生态环境局 市知识产权局 市消防救援支队 市自然资源局 市财政局 市公共资源交易监督管理局 市邮政管理局 赛罕海关 市商务局",
                "330000 | 省委宣传部 省委网信办 省发展改革委 省经信厅 省教育厅 省科技厅 省公安厅 省民政厅 省司法厅 省财政厅 省人社厅 省自然资源厅 省生态环境厅 省建设厅 省交通运输厅 省水利厅 省农业农村厅 省商务厅 浙江省文化广电和旅游厅 省卫生健康委 省应急管理厅 省税务局 省市场监管局 省地方金融监管局 省体育局 省统计局 省粮食物资局 省医保局 省国动办 省数据局 省林业局 省文物局 省药监局 省消防救援总队 省法院 杭州海关 省地震局 省气象局 省烟草专卖局 宁波市税务局 宁波海关",
                "360000 | 省发展改革委 省政务服务办 省市场监管局 省税务局 省法院 南昌海关 省人社厅 省民政厅 省农业农村厅 省统计局 省文化和旅游厅 省应急管理厅 省交通运输厅",
                "620000 | 省经济研究院 省市场监管局 省法院 省税务局 省人社厅 省应急厅 省统计局 省民政厅 省营商环境建设局 省大数据中心"
            })
    void everyUnitIsKnownByTheNameThatTheDocumentPrints(String code, String names) {
        Region region = region(code);
        List<String> found =
                Stream.of(names.split(" "))
                        .map(name -> region.punisher(name, null))
                        .map(Unit::code)
                        .toList();
        assertThat(found).doesNotHaveDuplicates();
        String office = region.creditOffice();
        assertThat(
                        Stream.of(names.split(" "))
                                .filter(name -> !name.contains("发展改革委") && !name.contains("营商")))
                .allSatisfy(
                        name ->
                                assertThat(region.punisher(name, null).code())
                                        .isNotEqualTo(office));
    }

    @Test
    void theListsOfHohhotsSecondBatchWithoutRulesAreNotOpen() {
        assertThat(region("150100").items())
                .filteredOn(item -> item.awaits() != null)
                .hasSize(24)
                .allMatch(item -> item.path().equals("serious-general"));
        assertThat(item("150100", "serious-culture-tourism").awaits()).isNull();
    }

    @Test
    void aDepartmentGathersWhatItsLowerOfficesDecide() {
        assertThat(region("620000").unit("ecology-environment").gathersFrom("兰州市生态环境局")).isTrue();
        assertThat(region("620000").unit("ecology-environment").gathersFrom("兰州市公安局")).isFalse();
    }
}
