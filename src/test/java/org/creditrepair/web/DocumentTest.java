package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.creditrepair.Api;
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

    private String text(String no, String id) throws IOException {
        byte[] pdf = town.portal.get("/api/v1/applications/" + no + "/documents/" + id).bytes();
        return text(pdf);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    @Test
    void aRepairHasCommitmentAcceptanceCorrectionAndDecision() throws IOException {
        Map<String, Object> record = penalty();
        String no = town.applied(town.application(List.of(record)));
        assertThat(documents(no).findValuesAsText("kind")).containsExactly("COMMITMENT");
        town.completes("credit-center", no + "-1", "acceptance", "CORRECT", "请补充缴款凭证");
        town.triesToCorrect(no, "supplement").done();
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("credit-center", no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        JsonNode documents = documents(no);
        assertThat(documents.findValuesAsText("kind"))
                .containsExactly("COMMITMENT", "CORRECTION", "ACCEPTANCE", "REPAIR");
        assertThat(documents.get(0).path("formats").get(0).asText()).isEqualTo("pdf");
        assertThat(documents.get(0).path("title").asText()).isEqualTo("信用修复承诺书");

        assertThat(text(no, "1-commitment")).contains("信用修复承诺书").contains("虚构测试有限公司");
        assertThat(text(no, "1-correction")).contains("请补充缴款凭证").contains("信用修复承诺书");
        assertThat(text(no, "1-acceptance")).contains("决定受理").contains("2026年3月2日");
        assertThat(text(no, "1-repair"))
                .contains("准予信用修复决定书")
                .contains(record.get("recordNo").toString())
                .contains("7个工作日")
                .doesNotContain("null");
    }

    @Test
    void aRefusalNamesReasonsAndRemedy() throws IOException {
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
    void whatIsNotEvenTakenUpIsToldWhy() throws IOException {
        Map<String, Object> early =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2026, 2, 1)));
        String no = town.applied(town.application(List.of(early)));
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

    @Test
    void theRepairNoticeIsServedWithTheDecision() throws IOException {
        Map<String, Object> record = penalty();
        String notice = "/api/v1/regions/150100/records/%s/repair-notice";
        byte[] pdf =
                town.unit("credit-center").get(notice.formatted(record.get("recordNo"))).bytes();
        assertThat(text(pdf)).contains("信用修复告知书").contains("2025-09-10").contains("不收取任何费用");
        Map<String, Object> warning =
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10));
        warning.put("penaltyTypes", List.of("警告"));
        town.collected(warning);
        assertThat(
                        town.unit("credit-center")
                                .get(notice.formatted(warning.get("recordNo")))
                                .error("penaltyTypes"))
                .isEqualTo("NOT_NEEDED");
    }
}
