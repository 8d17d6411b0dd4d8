package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.creditrepair.Papers;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 公示承诺书 (江西方案附件3): what the applicant promised stands on the form and on the sites. */
@Tag("database")
class PublishedCommitmentTest extends ServerStory {

    @Override
    protected String region() {
        return "360000";
    }

    private String body(String platform, Object recordNo) {
        return jdbc.sql(
                        """
                        select body from sandbox_delivery
                        where platform = ? and record_no = ? and event = 'REPAIRED'""")
                .params(platform, recordNo)
                .query(String.class)
                .single();
    }

    private String paper(String no, String id) {
        return Papers.text(
                town.portal.get("/api/v1/applications/" + no + "/documents/" + id).bytes());
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatWasPromisedIsPublishedOnTheSitesThatTheDocumentNames() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2025, 6, 10)));
        Map<String, Object> application = town.application(List.of(record));
        Map<String, Object> subject = (Map<String, Object>) application.get("subject");
        subject.put("legalRepresentative", "虚构负责人");
        subject.put("registrationAuthority", "虚构县市场监督管理局");
        String no = town.applied(application);
        assertThat(paper(no, "1-application"))
                .contains(
                        "虚构测试有限公司",
                        subject.get("uscc").toString(),
                        "虚构路1号",
                        "13800000000",
                        "虚构负责人",
                        "虚构县市场监督管理局",
                        "江西省市场监督管理局",
                        "虚构罚决〔2025〕1号",
                        "2025年6月10日",
                        "罚款已缴清");
        assertThat(paper(no, "1-receipt")).contains(no, "办理进度查询码", "收件不等于受理", "江西省市场监督管理局");
        assertThat(paper(no, "1-commitment"))
                .contains(
                        "一、所涉失信行为已经纠正",
                        "二、",
                        "三、",
                        "四、",
                        "五、",
                        "信用中国（江西）、国家企业信用信息公示系统（江西）",
                        "虚构负责人");
        town.completes("market-regulation", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("market-regulation", no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        for (String site : List.of("creditchina-local", "gsxt")) {
            assertThat(body(site, record.get("recordNo")))
                    .as(site)
                    .contains("commitment", "虚构负责人", "五、同意将本承诺");
        }
        assertThat(body("creditchina", record.get("recordNo"))).doesNotContain("commitment");
    }
}
