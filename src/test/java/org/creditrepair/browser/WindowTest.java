package org.creditrepair.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.creditrepair.Papers;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The window's desk (窗口收件): an application from looking records up to its receipt and after. */
@Tag("browser")
class WindowTest extends ServerStory {

    private Browser browser;
    private Page page;

    @BeforeEach
    void open() {
        browser = Browser.open(port);
        page = browser.login("150100-window", "tasklist");
        page.getByText("窗口收件").click();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aClerkTakesAnApplicationInAndFollowsIt() {
        String uscc = Town.uscc();
        Map<String, Object> record =
                town.collected(Town.penalty("penalty-other", uscc, LocalDate.of(2025, 6, 10)));
        town.collected(Town.penalty("penalty-other", uscc, LocalDate.of(2026, 2, 20)));
        page.locator("input[name=uscc]").fill(uscc);
        page.getByText("查询失信信息").click();
        assertThat(page.locator(".window-records")).containsText("最早 2026-05-20");
        page.locator(".window-records input").check();
        Locator form = page.locator(".window-form");
        form.locator("button[type=submit]").click();
        assertThat(form.locator(".cr-wrong")).hasCount(5);
        Browser.pictures(page, "window-errors");
        form.locator("[name='contact.name']").fill("虚构联系人");
        form.locator("[name='contact.mobile']").fill("13800000000");
        form.locator("[name='items[0].obligationsFulfilledOn']").fill("2026-01-15");
        form.locator("[name='items[0].reason']").fill("罚款已缴清");
        form.locator("[name=commitment]").check();
        form.locator("input[type=file]")
                .setInputFiles(new FilePayload("伪装.pdf", "application/pdf", new byte[] {'M', 'Z'}));
        assertThat(form.locator(".window-files li")).containsText("文件内容不是");
        form.getByText("移除").click();
        form.locator("input[type=file]")
                .setInputFiles(new FilePayload("承诺书.pdf", "application/pdf", Town.PDF));
        assertThat(form.locator(".window-files li")).containsText("已上传");
        form.getByText("委托经办人办理").click();
        form.locator("[name='agent.name']").fill("虚构经办人");
        form.locator("[name='agent.mobile']").fill("13800000001");
        Browser.pictures(page, "window-form");
        Browser.accessible(page);
        form.locator("button[type=submit]").click();
        Locator sent = page.locator(".window-sent");
        assertThat(sent).containsText("已收件");
        String no = sent.locator("strong").first().textContent();
        Browser.pictures(page, "window-sent");
        APIResponse receipt =
                page.request().get(browser.url(sent.locator("a").first().getAttribute("href")));
        assertThat(Papers.text(receipt.body())).contains("收件人呼和浩特市综合窗口演示账号").contains("虚构经办人");
        town.completes("credit-center", no + "-1", "acceptance", "CORRECT", "承诺书缺少印章");
        page.locator("select[name=itemStatus]").selectOption("AWAITING_CORRECTION");
        page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(no))
                .getByText("补正第 1 项")
                .click();
        Locator dialog = page.locator("dialog");
        assertThat(dialog).containsText("承诺书缺少印章");
        dialog.locator("input[type=file]")
                .last()
                .setInputFiles(new FilePayload("盖章.pdf", "application/pdf", Town.PDF));
        assertThat(dialog.locator("li")).containsText("已上传");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog).hasCount(0);
        page.locator("input[name=words]").fill(record.get("recordNo").toString());
        page.locator("select[name=itemStatus]").selectOption("");
        page.getByText("查询", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.getByText("撤回第 1 项").click();
        dialog.locator("button[type=submit]").click();
        assertThat(page.locator("tbody tr")).containsText("撤回");
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("WITHDRAWN");
    }

    /** Another window's applications, and another portal's, are not seen. */
    @Test
    void aListHoldsWhatOneHandedInOneself() {
        String no =
                town.applied(
                        town.application(
                                List.of(
                                        town.collected(
                                                Town.penalty(
                                                        "penalty-other",
                                                        Town.uscc(),
                                                        LocalDate.of(2025, 6, 10))))));
        String list = "/api/v1/regions/150100/applications?words=" + no;
        assertThat(town.portal.get(list).body().findValuesAsText("applicationNo"))
                .containsExactly(no);
        assertThat(town.anybody.as("150100-window").get(list).body()).isEmpty();
        assertThat(town.anybody.as("150100-credit-center").get(list).status()).isEqualTo(403);
        assertThat(town.anybody.as("360000-portal").get(list).status()).isEqualTo(404);
        assertThat(town.anybody.get(list).status()).isEqualTo(401);
    }
}
