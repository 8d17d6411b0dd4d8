package org.creditrepair.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.Papers;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.creditrepair.registry.record.CitizenId;
import org.creditrepair.task.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A case from its first page to its end: a person logs in, applies with a fetched certificate, the
 * court handles it in Tasklist, both public sites change, and the signed decision is in hand.
 */
@Tag("browser")
class WholeStoryTest extends ServerStory {

    private static final String FIRST17 = "15030019900101001";
    private static final String PERSON = FIRST17 + CitizenId.checkCharacter(FIRST17);
    private static final List<String> SITES = List.of("creditchina-local", "gsxt");

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

    @Test
    void aPersonsNameIsClearedFromTheFirstPageToTheSignedDecision() throws Exception {
        Town wuhai = new Town(port, "150300");
        String recordNo = listed(wuhai);
        wuhai.await(true, SITES, recordNo);
        Page page = browser.visitor();
        page.setViewportSize(390, 844);
        page.navigate(browser.url("/my"));
        page.getByText("统一身份认证登录").click();
        page.locator("button:has-text('虚构某甲')").first().click();
        page.locator("select[name=region]").selectOption("150300");
        page.locator("form:has(select[name=region]) button[type=submit]").first().click();
        page.locator("input[value='" + recordNo + "']").check();
        page.getByText("申请修复所选信息").click();
        page.locator("input[name=contactName]").fill("虚构某甲");
        page.locator("input[name=email]").fill("applicant@example.com");
        page.locator("input[type=date]").fill("2026-01-15");
        page.locator("textarea").fill("生效法律文书确定的义务已全部履行");
        page.getByText("调取履行证明").click();
        assertThat(page.locator(".front-file")).hasCount(0);
        page.getByText("同意调取").click();
        page.getByText("调取履行证明").click();
        assertThat(page.locator(".front-file")).containsText("履行证明（电子证照）");
        assertThat(page.locator(".front-file")).containsText("已上传");
        Browser.accessible(page);
        Browser.picture(page, "front-certificate-390");
        page.locator("input[name=commitment]").check();
        page.getByText("下一步").click();
        assertThat(page.locator("main")).containsText("applicant@example.com");
        page.locator("form[action$='/apply/applications'] button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("申请已提交");
        String no = page.locator("main dd strong").first().textContent();

        Page tasklist = browser.login("150300-court", "tasklist");
        Browser.openTask(tasklist, "待受理", no);
        assertThat(tasklist.locator(".case-sheet")).containsText("虚构某甲");
        handled(tasklist, "受理");
        await().until(
                        () ->
                                wuhai.supervisor
                                        .get("/api/v1/applications/" + no)
                                        .body()
                                        .at("/items/0/status")
                                        .asText()
                                        .equals("ACCEPTED"));
        Browser.openTask(tasklist, "待核查", no);
        handled(tasklist, Outcome.CONFIRMED.text());
        Browser.openTask(tasklist, "待决定", no);
        handled(tasklist, "准予修复");
        wuhai.await(false, SITES, recordNo);
        assertThat(wuhai.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");

        page.navigate(browser.url("/my?region=150300"));
        page.locator(".front-card a").first().click();
        String decision = page.getByText("准予信用修复决定书").first().getAttribute("href");
        byte[] pdf = page.request().get(browser.url(decision)).body();
        assertThat(Papers.signer(pdf)).isEqualTo("CN=信用修复演示专用印章,O=演示环境,C=CN");
        assertThat(Papers.text(pdf)).contains(recordNo);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                jdbc.sql(
                                                                """
                                                                select count(*) from sandbox_delivery
                                                                where platform = 'email'
                                                                    and body like ?""")
                                                        .param("%" + recordNo + "%")
                                                        .query(Integer.class)
                                                        .single())
                                        .as("accepted, decided, repaired, by e-mail")
                                        .isGreaterThanOrEqualTo(2));
    }

    private static String listed(Town wuhai) {
        Map<String, Object> record =
                Town.listing(
                        "SERIOUS",
                        "serious-judgment-defaulter",
                        PERSON,
                        LocalDate.of(2025, 6, 10),
                        null);
        Map<String, Object> subject = new LinkedHashMap<>(Town.asMap(record.get("subject")));
        subject.put("type", "NATURAL_PERSON");
        subject.put("name", "虚构某甲");
        record.put("subject", subject);
        return wuhai.collected(record).get("recordNo").toString();
    }

    private static void handled(Page tasklist, String outcome) {
        tasklist.getByText("认领").first().click();
        tasklist.getByLabel(outcome, new Page.GetByLabelOptions().setExact(true)).check();
        tasklist.locator("button:has-text('提交')").first().click();
    }
}
