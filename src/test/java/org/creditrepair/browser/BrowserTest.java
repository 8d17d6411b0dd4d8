package org.creditrepair.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people see and do on their screens. */
@Tag("browser")
class BrowserTest extends ServerStory {

    private Browser browser;
    private Map<String, Object> record;

    @BeforeEach
    void open() {
        browser = Browser.open(port);
        record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        await().until(() -> town.displayed("gsxt", record.get("recordNo")));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aReviewerClaimsOpensADocumentAcceptsAndDecides() {
        String no = town.applied(town.application(List.of(record)));
        town.task(no + "-1", "acceptance", "credit-center");
        Page tasklist = browser.login("150100-credit-center", "tasklist");
        Browser.openTask(tasklist, "待受理", no);
        Locator sheet = tasklist.locator(".case-sheet");
        assertThat(sheet).containsText("虚构测试有限公司");
        assertThat(sheet).containsText("受理审查：剩余 3 个工作日");
        assertThat(sheet).containsText("最短公示期");
        Browser.picture(tasklist, "tasklist-acceptance");

        String document = sheet.locator("a").first().getAttribute("href");
        APIResponse opened = tasklist.request().get(browser.url(document));
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.body()).isEqualTo(Town.PDF);

        tasklist.getByText("认领").first().click();
        submit(tasklist, "不予受理（须写明理由）");
        assertThat(tasklist.locator("body")).containsText("此结果须填写意见");
        submit(tasklist, "受理");
        await().until(() -> town.item(no).path("status").asText().equals("ACCEPTED"));

        assertThat(tasklist.locator("a.cr-link").first()).hasText("办理台");
        assertThat(tasklist.locator("a.cr-link").first()).hasAttribute("href", "/desk");
        Browser.openTask(tasklist, "待决定", no);
        assertThat(tasklist.locator(".case-sheet")).containsText("审核决定：剩余 7 个工作日");
        tasklist.getByText("认领").first().click();
        submit(tasklist, "准予修复");
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");

        Page sites = browser.visitor();
        sites.navigate(browser.url("/sandbox"));
        assertThat(sites.locator(".sites")).not().containsText((String) record.get("recordNo"));
        Browser.picture(sites, "sandbox");
        Browser.accessible(sites);
        for (String guide : List.of("/guide", "/guide/150100")) {
            sites.navigate(browser.url(guide));
            Browser.accessible(sites);
        }
        tasklist.navigate(browser.url("/cases/" + no + "-1"));
        Browser.accessible(tasklist);
    }

    @Test
    void aReviewerOfAnotherUnitSeesNothingOfIt() {
        String no = town.applied(town.application(List.of(record)));
        town.task(no + "-1", "acceptance", "credit-center");
        Page tasklist = browser.login("150100-market-regulation", "tasklist");
        tasklist.getByText("待受理").first().click();
        assertThat(tasklist.locator("body")).not().containsText(no);
        Page stranger = browser.login("999900-credit-center", "tasklist");
        assertThat(stranger.request().get(browser.url("/cases/" + no + "-1")).status())
                .isEqualTo(404);
    }

    @Test
    void aWindowClerkHandsInAnApplication() {
        Page tasklist = browser.login("150100-window", "tasklist");
        Page upload = tasklist.context().newPage();
        upload.navigate(browser.url("/materials/new"));
        upload.locator("input[type=file]")
                .setInputFiles(new FilePayload("承诺书.pdf", "application/pdf", Town.PDF));
        upload.locator("button[type=submit]").click();
        Browser.accessible(upload);
        String material = upload.locator(".number").textContent();

        tasklist.getByText("发起申请").first().click();
        tasklist.locator(".modal-body").getByText("联办申请").first().click();
        Map<?, ?> subject = (Map<?, ?>) record.get("subject");
        tasklist.getByLabel("法人", exactly()).check();
        Browser.enter(tasklist.getByLabel("主体名称"), (String) subject.get("name"));
        Browser.enter(tasklist.getByLabel("统一社会信用代码"), (String) subject.get("uscc"));
        Browser.enter(tasklist.getByLabel("法定代表人"), "虚构负责人");
        Browser.enter(tasklist.getByLabel("联系人"), "虚构联系人");
        Browser.enter(tasklist.getByLabel("联系手机"), "13800000000");
        Browser.enter(tasklist.getByLabel("失信信息编号").first(), (String) record.get("recordNo"));
        Browser.enter(tasklist.getByLabel("义务履行完毕日期").first(), "2026-01-15");
        Browser.enter(tasklist.getByLabel("申请事实和理由").first(), "罚款已缴清");
        assertThat(tasklist.getByText("修复事项二")).isVisible();
        Browser.enter(tasklist.getByLabel("信用修复承诺书").first(), material);
        Locator start = tasklist.locator(".modal-footer button.btn-primary:visible");
        start.click();
        Locator refusal = tasklist.getByText("信用承诺：须作出信用承诺方可申请");
        assertThat(refusal).isInViewport();
        Browser.picture(tasklist, "window-start-form");
        tasklist.getByLabel("申请人已作出以上承诺").check();
        start.click();
        await().untilAsserted(
                        () ->
                                assertThat(
                                                jdbc.sql(
                                                                """
                                                                select channel from joint_application a
                                                                join application_item i
                                                                    on i.application_no = a.application_no
                                                                where i.record_no = ?""")
                                                        .param(record.get("recordNo"))
                                                        .query(String.class)
                                                        .list())
                                        .containsExactly("WINDOW"));
        assertThat(
                        jdbc.sql(
                                        """
                                        select a.legal_representative || ' ' || m.code
                                        from joint_application a
                                        join item_material m
                                            on m.application_no = a.application_no
                                        where m.material_id = ?""")
                                .param(material)
                                .query(String.class)
                                .list())
                .containsExactly("虚构负责人 commitment");
    }

    @Test
    void aSupervisorSeesWhatAChangedRuleWouldDo() throws IOException {
        Page page = browser.login("150100-supervisor", "cockpit");
        page.getByText("规则预览").first().waitFor();
        assertThat(page.getByText("告知书送达（两书同达）")).isVisible();
        page.navigate(browser.url("/rules/150100"));
        String changed =
                Files.readString(Path.of("processes/rules/penalty-display-period.dmn"))
                        .replace(
                                "rule_11_shortestMonths_out\"><text>3<",
                                "rule_11_shortestMonths_out\"><text>30<");
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "penalty-display-period.dmn",
                                "application/xml",
                                changed.getBytes(StandardCharsets.UTF_8)));
        page.locator("button[type=submit]").click();
        assertThat(page.getByText("修复指引：")).isVisible();
        assertThat(page.locator("table")).not().hasCount(0);
        assertThat(page.locator("body")).containsText((String) record.get("recordNo"));
        Browser.picture(page, "rule-preview");
        Browser.accessible(page);
    }

    @Test
    void aSupervisorSeesTheBreachOnTheDiagram() {
        String no = town.applied(town.application(List.of(record)));
        town.task(no + "-1", "acceptance", "credit-center");
        town.moveClock(OffsetDateTime.parse("2026-03-06T09:00:00+08:00"));
        String instance =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(no + "-1")
                        .singleResult()
                        .getId();
        await().until(
                        () ->
                                runtime.createIncidentQuery()
                                                .processInstanceId(instance)
                                                .incidentType("slaBreach")
                                                .count()
                                        == 1);
        Page cockpit = browser.login("150100-supervisor", "cockpit");
        cockpit.navigate(
                browser.url("/camunda/app/cockpit/default/#/process-instance/" + instance));
        assertThat(cockpit.locator("[data-element-id=acceptance]").first()).isVisible();
        assertThat(cockpit.locator(".djs-overlays[data-container-id=acceptance] .badge-important"))
                .hasText("1");
        cockpit.getByText("事件").first().click();
        assertThat(cockpit.locator(".ctn-content-bottom td").getByText("超期", exact())).isVisible();
        assertThat(cockpit.locator(".ctn-content-bottom")).not().containsText("slaBreach");
        assertThat(cockpit.locator(".ctn-content-bottom")).containsText("受理审查超期");
        Browser.picture(cockpit, "cockpit-breach");
    }

    @Test
    void aSupervisorCorrectsARefusedPushAndRetriesIt() {
        String no = town.applied(town.application(List.of(record)));
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        town.behave("gsxt", "REFUSING");
        town.completes("credit-center", no + "-1", "decision", "REPAIR", null);
        await().until(
                        () ->
                                runtime.createIncidentQuery()
                                                .incidentType("failedExternalTask")
                                                .processInstanceId(sharing(no))
                                                .count()
                                        == 1);
        town.behave("gsxt", "NORMAL");
        Page cockpit = browser.login("150100-supervisor", "cockpit");
        cockpit.locator(".cr-light a").getByText("失败的步骤").click();
        Locator failure =
                cockpit.locator(".cr-table tbody tr")
                        .filter(new Locator.FilterOptions().setHasText(no))
                        .first();
        assertThat(failure).containsText("国家企业信用信息公示系统");
        assertThat(failure).containsText("平台应答 422：文书号与本平台登记不一致");
        assertThat(failure).containsText("更正后重新推送");
        Browser.pictures(cockpit, "cockpit-troubles");
        Browser.accessible(cockpit, ".cr-section");
        failure.getByText("更正", exact()).click();
        assertThat(cockpit.locator("dialog[open]")).containsText("决定文书号");
        Browser.picture(cockpit, "cockpit-correction");
        cockpit.locator("dialog[open] input[name=documentNo]").fill("虚构罚决〔2025〕更正2号");
        cockpit.locator("dialog[open] textarea").fill("文书号录入有误");
        cockpit.locator("dialog[open] button[type=submit]").click();
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
        assertThat(
                        jdbc.sql("select body from sandbox_delivery where idempotency_key = ?")
                                .param(no + "-1-gsxt-REPAIRED")
                                .query(String.class)
                                .single())
                .contains("更正2号");
    }

    private String sharing(String no) {
        return await().until(
                        () ->
                                runtime.createProcessInstanceQuery()
                                        .processInstanceBusinessKey(no + "-1-REPAIRED")
                                        .singleResult(),
                        Objects::nonNull)
                .getId();
    }

    private static void submit(Page tasklist, String outcome) {
        tasklist.getByLabel(outcome, exactly()).check();
        tasklist.locator("button:has-text('提交')").first().click();
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
