package org.creditrepair.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the plugins of Cockpit and Tasklist show, and what people do with them. */
@Tag("browser")
class PluginTest extends ServerStory {

    private static final String UNIT = "credit-center";

    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.open(port);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private String applied() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        String no = town.applied(town.application(List.of(record)));
        town.task(no + "-1", "acceptance", UNIT);
        return no;
    }

    private Page supervisor() {
        Page cockpit = browser.login("150100-supervisor", "cockpit");
        cockpit.setViewportSize(1366, 768);
        return cockpit;
    }

    private void toCases(Page cockpit, String query) {
        cockpit.navigate(
                browser.url("/camunda/app/cockpit/default/#/credit-cases?region=150100&" + query));
        cockpit.reload();
    }

    private static Locator dialog(Page page) {
        return page.locator("dialog[open]");
    }

    private static void press(Page page, String button) {
        dialog(page).locator("button").getByText(button, exactly()).click();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    /** What was done is said, and the page behind it is drawn anew. */
    private static void told(Page page, String said) {
        assertThat(dialog(page)).containsText(said);
        press(page, "关闭");
        assertThat(dialog(page)).hasCount(0);
        page.locator(".task-filters").first().waitFor();
    }

    @Test
    void theDashboardShowsLimitsAndLeadsToTheCases() {
        String no = applied();
        town.moveClock(OffsetDateTime.parse("2026-03-06T09:00:00+08:00"));
        Page cockpit = supervisor();
        Locator section = cockpit.locator(".cr-section");
        assertThat(section).containsText("时限监测");
        assertThat(section).containsText("按修复路径");
        assertThat(section).containsText("工作日历已知至 2026-12-31");
        assertThat(section.locator(".cr-chart svg")).isVisible();
        section.scrollIntoViewIfNeeded();
        Browser.pictures(cockpit, "plugin-dashboard");
        Locator path =
                section.locator("tr")
                        .filter(new Locator.FilterOptions().setHasText("行政处罚（其他行业领域）"));
        path.locator("a[href*='state=BREACHED']").first().click();
        assertThat(cockpit.locator(".cr-section")).containsText("办件查询");
        cockpit.locator("input[type=search]").fill(no);
        cockpit.locator(".cr-section button[type=submit]").click();
        assertThat(cockpit.locator(".cr-table tbody tr")).hasCount(1);
        assertThat(cockpit.locator(".cr-table")).containsText("超期 1 个工作日");
        Browser.pictures(cockpit, "plugin-cases");
        Browser.accessible(cockpit, ".cr-section");
    }

    @Test
    void fromTheFirstViewToUrgingALateCase() {
        String no = applied();
        town.moveClock(OffsetDateTime.parse("2026-03-06T09:00:00+08:00"));
        Page cockpit = supervisor();
        Locator late = cockpit.locator(".cr-light").first();
        assertThat(late).containsText("▲ 超期");
        assertThat(late).containsText("最早的时限：");
        assertThat(late).isInViewport();
        assertThat(cockpit.locator(".cr-stamp")).containsText("数据截至");
        Browser.pictures(cockpit, "plugin-first-view");
        Browser.accessible(cockpit, ".cr-section");
        cockpit.setViewportSize(1366, 768);
        Browser.startCounting(cockpit);
        late.locator("a").click();
        Locator row =
                cockpit.locator(".cr-table tbody tr")
                        .filter(new Locator.FilterOptions().setHasText(no));
        row.locator("a").first().click();
        cockpit.locator(".cr-section").getByText("督办", exactly()).click();
        dialog(cockpit).locator("textarea").fill("请今日办结");
        press(cockpit, "督办");
        assertThat(cockpit.locator(".cr-section")).containsText("请今日办结");
        assertThat(Browser.clicks(cockpit)).as("clicks to the reminder").isEqualTo(4);
        assertThat(Browser.scrolled(cockpit)).as("pixels scrolled").isZero();
        assertThat(cockpit.locator("[data-element-id=acceptance]").first()).isVisible();
        Browser.pictures(cockpit, "plugin-case-acts");
        Browser.accessible(cockpit, ".cr-section");

        toCases(cockpit, "words=" + URLEncoder.encode("构测试有", StandardCharsets.UTF_8));
        cockpit.getByLabel("选择 " + no + "-1").check();
        cockpit.getByText("督办所选").click();
        dialog(cockpit).locator("textarea").fill("再次督办");
        press(cockpit, "督办");
        await().until(() -> escalated("再次督办") == 1);
        assertThat(dialog(cockpit)).hasCount(0);
        cockpit.getByLabel("选择 " + no + "-1").check();
        cockpit.getByText("延长所选").click();
        dialog(cockpit).locator("textarea").fill("案情复杂");
        press(cockpit, "延长");
        assertThat(dialog(cockpit)).containsText("已办 0 件，未办 1 件：" + no + "-1（已超期");
        press(cockpit, "取消");
        cockpit.getByLabel("选择 " + no + "-1").check();
        cockpit.getByText("改派所选").click();
        dialog(cockpit).locator("select").selectOption("tax");
        dialog(cockpit).locator("textarea").fill("税务事项");
        press(cockpit, "改派");
        await().until(() -> escalated("税务事项") == 1);
        Download cases =
                cockpit.waitForDownload(
                        () -> cockpit.locator("a").getByText("导出 CSV", exactly()).click());
        assertThat(cases.suggestedFilename()).isEqualTo("呼和浩特市办件.csv");
    }

    private long escalated(String reason) {
        return jdbc.sql("select count(*) from escalation where reason like ?")
                .param("%" + reason)
                .query(Long.class)
                .single();
    }

    @Test
    void figuresOfAPeriodLeadToTheirCases() {
        String no = applied();
        town.completes(UNIT, no + "-1", "acceptance", "ACCEPT", null);
        town.completes(UNIT, no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        Page cockpit = supervisor();
        cockpit.locator(".cr-bar a").getByText("办理统计", exactly()).click();
        Locator row =
                cockpit.locator(".cr-table tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("信用信息平台网站运行机构"));
        assertThat(row).containsText("%");
        assertThat(cockpit.locator(".cr-chart svg")).isVisible();
        Browser.pictures(cockpit, "plugin-figures");
        Browser.accessible(cockpit, ".cr-section");
        Locator numbers = row.locator("a");
        assertThat(numbers).hasCount(7);
        cockpit.locator("input[name=from]").fill("2026-02-02");
        for (int column : new int[] {1, 2, 3, 4}) {
            row.locator("td").nth(column).locator("a").click();
            assertThat(cockpit.locator(".cr-table")).containsText(no + "-1");
            cockpit.goBack();
            assertThat(cockpit.locator("input[name=from]")).hasValue("2026-02-02");
        }
        row.locator("td").nth(5).locator("a").click();
        assertThat(cockpit.locator(".cr-section h3")).containsText("不予修复");
        cockpit.goBack();
        cockpit.reload();
        assertThat(cockpit.locator("input[name=from]")).hasValue("2026-02-02");
    }

    @Test
    void aClosedCaseIsFoundWithThePathItTook() {
        String no = applied();
        town.completes(UNIT, no + "-1", "acceptance", "ACCEPT", "材料齐全");
        town.completes(UNIT, no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        Page cockpit = supervisor();
        toCases(cockpit, "scope=CLOSED&words=" + no);
        cockpit.locator(".cr-table a").getByText(no + "-1").click();
        cockpit.reload();
        assertThat(cockpit.locator(".cr-section")).containsText("结果：准予修复");
        assertThat(cockpit.locator(".cr-section")).containsText("受理：材料齐全");
        assertThat(cockpit.locator(".cr-section")).containsText("已送达");
        assertThat(cockpit.locator("[data-element-id=acceptance].cr-passed")).hasCount(1);
        assertThat(cockpit.locator("[data-element-id=serviceTask_endDisplay].cr-passed"))
                .hasCount(1);
        assertThat(cockpit.locator("[data-element-id=flow_repaired_to_endDisplay].cr-passed"))
                .hasCount(1);
        assertThat(cockpit.locator("[data-element-id=serviceTask_rejectEnded].cr-passed"))
                .hasCount(0);
        Browser.pictures(cockpit, "plugin-closed-case");
    }

    @Test
    void aSupervisorUrgesAndExtendsOnTheTabOfAnInstance() {
        String no = applied();
        town.completes(UNIT, no + "-1", "acceptance", "ACCEPT", null);
        town.task(no + "-1", "decision", UNIT);
        String instance =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(no + "-1")
                        .singleResult()
                        .getId();
        Page cockpit = supervisor();
        cockpit.navigate(
                browser.url("/camunda/app/cockpit/default/#/process-instance/" + instance));
        cockpit.getByText("时限与推送").click();
        Locator tab = cockpit.locator(".cr-section");
        assertThat(tab).containsText("剩余 7 个工作日");
        tab.getByText("督办", exactly()).click();
        press(cockpit, "督办");
        assertThat(dialog(cockpit)).containsText("必填");
        dialog(cockpit).locator("textarea").fill("请今日办结");
        press(cockpit, "督办");
        assertThat(tab).containsText("请今日办结");
        tab.getByText("延长时限", exactly()).click();
        dialog(cockpit).locator("input[type=number]").fill("2");
        dialog(cockpit).locator("textarea").fill("案情复杂");
        press(cockpit, "延长");
        assertThat(tab).containsText("剩余 9 个工作日");
        Browser.pictures(cockpit, "plugin-instance");

        String definition =
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("penalty-other")
                        .latestVersion()
                        .singleResult()
                        .getId();
        cockpit.navigate(
                browser.url("/camunda/app/cockpit/default/#/process-definition/" + definition));
        cockpit.getByText("环节用时").click();
        assertThat(cockpit.locator(".cr-section")).containsText("九成不超过");
        Browser.pictures(cockpit, "plugin-definition");
    }

    @Test
    void aReviewerAsksCopiesAndHandsOver() {
        String no = applied();
        Page tasklist = browser.login("150100-credit-center", "tasklist");
        Browser.openTask(tasklist, "待受理", no);
        tasklist.getByText("认领").first().click();
        tasklist.locator(".cr-actions").getByText("会办").click();
        dialog(tasklist).locator("select").selectOption("tax");
        dialog(tasklist).locator("textarea").fill("是否欠税？");
        Browser.pictures(tasklist, "plugin-consultation");
        press(tasklist, "征求意见");
        told(tasklist, "征求意见");
        tasklist.locator(".cr-actions").getByText("抄送").click();
        for (String unit : List.of("tax", "court")) {
            dialog(tasklist).locator("input[value=" + unit + "]").check();
        }
        press(tasklist, "抄送");
        told(tasklist, "已抄送");
        tasklist.locator(".cr-actions").getByText("转办").click();
        dialog(tasklist).locator("select").first().selectOption("tax");
        dialog(tasklist).locator("textarea").fill("由税务部门处罚");
        press(tasklist, "转办");
        told(tasklist, "已转办至");
        assertThat(town.task(no + "-1", "acceptance", "tax").path("assignee").isNull()).isTrue();

        Page taxes = browser.login("150100-tax", "tasklist");
        taxes.getByText("站内消息").first().click();
        assertThat(dialog(taxes)).containsText("由税务部门处罚");
        Browser.pictures(taxes, "plugin-messages");
    }

    @Test
    void aStrangerIsShownNothingOfAnotherRegion() {
        String no = applied();
        Page cockpit = browser.login("330000-supervisor", "cockpit");
        toCases(cockpit, "case=" + no + "-1");
        assertThat(cockpit.locator("body")).containsText("不属于本账号");
        Page tasklist = browser.login("330000-market-regulation", "tasklist");
        assertThat(
                        tasklist.request()
                                .post(browser.url("/api/v1/regions/330000/tasks/claims"))
                                .status())
                .as("没有防伪造令牌")
                .isEqualTo(401);
    }
}
