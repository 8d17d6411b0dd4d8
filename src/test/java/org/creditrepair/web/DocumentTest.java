package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.Papers;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The documents of a case, made from templates. */
@Tag("postgresql")
class DocumentTest extends ServerStory {

    private Map<String, Object> penalty() {
        return town.collected(
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
    }

    private JsonNode documents(String no) {
        return town.portal.get("/api/v1/applications/" + no + "/documents").body();
    }

    private String text(String no, String id) {
        byte[] pdf = town.portal.get("/api/v1/applications/" + no + "/documents/" + id).bytes();
        return Papers.text(pdf);
    }

    @Test
    void aRepairHasCommitmentAcceptanceCorrectionAndDecision() {
        Map<String, Object> record = penalty();
        String no = town.applied(town.application(List.of(record)));
        assertThat(documents(no).findValuesAsText("kind"))
                .containsExactly("APPLICATION", "RECEIPT", "COMMITMENT");
        town.completes("credit-center", no + "-1", "acceptance", "CORRECT", "请补充缴款凭证");
        town.triesToCorrect(no, "supplement").done();
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("credit-center", no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        JsonNode documents = documents(no);
        assertThat(documents.findValuesAsText("kind"))
                .containsExactly(
                        "APPLICATION",
                        "RECEIPT",
                        "COMMITMENT",
                        "CORRECTION",
                        "ACCEPTANCE",
                        "REPAIR");
        assertThat(documents.get(0).path("formats").get(0).asText()).isEqualTo("pdf");
        assertThat(documents.get(2).path("title").asText()).isEqualTo("信用修复承诺书");

        assertThat(text(no, "1-application"))
                .contains("联办申请表")
                .contains("法人")
                .contains("行政处罚信息（其他行业领域）")
                .contains("罚款已缴清，违法行为已改正")
                .contains("准予修复");

        assertThat(text(no, "1-commitment"))
                .contains("信用修复承诺书")
                .contains("虚构测试有限公司")
                .contains("行业组织、社会公众和新闻舆论的监督")
                .contains("信用中国（内蒙古呼和浩特）或者认定单位网站公示")
                .contains("法定代表人（负责人、经营者）");
        assertThat(text(no, "1-correction")).contains("请补充缴款凭证").contains("信用修复承诺书");
        assertThat(text(no, "1-acceptance")).contains("决定受理").contains("2026年3月2日");
        assertThat(text(no, "1-repair"))
                .contains("准予信用修复决定书")
                .contains(record.get("recordNo").toString())
                .contains("7个工作日")
                .doesNotContain("null");
    }

    @Test
    void aRefusalNamesReasonsAndRemedy() {
        String no = town.applied(town.application(List.of(penalty())));
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("credit-center", no + "-1", "decision", "REFUSE", "罚款尚未缴清");
        town.closedItem(no);
        assertThat(text(no, "1-refusal"))
                .contains("罚款尚未缴清")
                .contains("六十日内申请行政复议")
                .contains("六个月内提起行政诉讼")
                .contains("可以再次申请");
    }

    @Test
    void whatIsNotEvenTakenUpIsToldWhy() {
        Map<String, Object> early =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2026, 2, 1)));
        String no = town.applied(town.application(List.of(early)));
        town.completes("credit-center", no + "-1", "acceptance", "REJECT", "最短公示期至2026-05-01届满");
        town.closedItem(no);
        assertThat(text(no, "1-rejection")).contains("不予受理").contains("2026-05-01");
    }

    @Test
    void documentsAreForTheCaseOnly() {
        String no = town.applied(town.application(List.of(penalty())));
        String document = "/api/v1/applications/" + no + "/documents/1-commitment";
        assertThat(town.anybody.get(document).status()).isEqualTo(401);
        assertThat(town.anybody.as("360000-portal").get(document).status()).isEqualTo(404);
        assertThat(town.portal.get(document.replace("commitment", "repair")).status())
                .isEqualTo(404);
        Api.Answer format = town.portal.get(document + "?format=doc");
        assertThat(format.error("format")).isEqualTo("INVALID");
    }

    private String notice(Town where, String unit, Map<String, Object> record) {
        Api.Answer answer =
                where.unit(unit)
                        .get(
                                "/api/v1/regions/%s/records/%s/repair-notice"
                                        .formatted(where.region(), record.get("recordNo")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Papers.text(answer.bytes());
    }

    @Test
    void theRepairNoticeSaysWhatTheRegionsDocumentWants() {
        assertThat(notice(town, "credit-center", penalty()))
                .contains("行政处罚信息信用修复告知书")
                .contains("内蒙古自治区公共信用信息管理条例")
                .contains("（5）不列入各类免检")
                .contains("自2025年9月10日起可以申请")
                .contains("不收取任何费用")
                .contains("从其规定")
                .contains("2026年3月2日")
                .contains("一式两份");
        Map<String, Object> warning =
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10));
        warning.put("penaltyTypes", List.of("警告"));
        town.collected(warning);
        assertThat(
                        town.unit("credit-center")
                                .get(
                                        "/api/v1/regions/150100/records/%s/repair-notice"
                                                .formatted(warning.get("recordNo")))
                                .error("penaltyTypes"))
                .isEqualTo("NOT_NEEDED");

        Town gansu = new Town(port, "620000");
        Map<String, Object> everyOne =
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10));
        everyOne.put("penaltyTypes", List.of("警告"));
        assertThat(notice(gansu, "credit-center", gansu.collected(everyOne)))
                .contains("招标投标、政府采购")
                .contains("甘肃12345")
                .doesNotContain("从其规定");
    }

    @Test
    void theRepairNoticeIsTrueOfTheDecision() {
        Map<String, Object> revoked =
                Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2025, 6, 10));
        revoked.put("penaltyTypes", List.of("吊销许可证件"));
        assertThat(notice(town, "market-regulation", town.collected(revoked)))
                .contains("依规不得提前停止公示")
                .doesNotContain("起可以申请");
        Map<String, Object> minor =
                Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2026, 1, 15));
        minor.put("severity", "MINOR");
        assertThat(notice(town, "market-regulation", town.collected(minor)))
                .contains("至2026年4月15日届满")
                .contains("无须申请")
                .contains("第107号");
        Map<String, Object> listing =
                Town.listing(
                        "SERIOUS", "serious-tax", Town.uscc(), LocalDate.of(2025, 6, 10), null);
        assertThat(notice(town, "tax", town.collected(listing)))
                .contains("列入“重大税收违法失信主体名单”")
                .doesNotContain("处罚");
    }
}
