package org.creditrepair.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An applicant finds the way, looks up what is on display and follows a case, by phone and desktop.
 */
@Tag("browser")
class FrontTest extends ServerStory {

    private static final int[][] SCREENS = {{390, 844}, {1366, 768}};
    private static final int BUDGET = 100_000;

    private Browser browser;
    private Page page;

    @BeforeEach
    void open() {
        browser = Browser.open(port);
        page = browser.visitor();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** A page is seen as a whole, by everybody, within its budget, from this server alone. */
    private void looks(String name) {
        for (int[] size : SCREENS) {
            page.setViewportSize(size[0], size[1]);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("nothing hangs over at %d", size[0])
                    .isLessThanOrEqualTo(size[0]);
            Browser.picture(page, name + "-" + size[0]);
        }
        Browser.accessible(page);
        List<?> loaded =
                (List<?>)
                        page.evaluate(
                                "['navigation', 'resource'].flatMap(kind =>"
                                        + " performance.getEntriesByType(kind))"
                                        + ".map(one => one.name + ' ' + one.encodedBodySize)");
        int bytes = 0;
        for (Object one : loaded) {
            String[] parts = one.toString().split(" ", 2);
            assertThat(parts[0]).startsWith(browser.url("/"));
            bytes += Integer.parseInt(parts[1]);
        }
        assertThat(bytes).as("bytes of %s", name).isBetween(1, BUDGET);
    }

    @Test
    void theHomePageLeadsEverybodyToTheirDoor() {
        page.navigate(browser.url("/"));
        assertThat(page).hasTitle("信用修复“一件事”");
        assertThat(page.locator("body")).containsText("呼和浩特市");
        looks("front-home");
        for (String account : page.locator("code").allTextContents()) {
            if (!account.equals("admin")) {
                assertThat(town.anybody.as(account).get("/api/v1/me").status())
                        .as(account)
                        .isEqualTo(200);
            }
        }
        for (String door :
                page.locator(".front-doors a").all().stream()
                        .map(link -> link.getAttribute("href"))
                        .toList()) {
            assertThat(page.request().get(browser.url(door)).status()).as(door).isIn(200, 401, 403);
        }
    }

    @Test
    void whatIsOnDisplayIsFoundWithWhatCanBeRepairedAndWhen() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        String code = (String) ((Map<?, ?>) record.get("subject")).get("uscc");
        page.navigate(browser.url("/"));
        page.getByText("我有哪些信息在公示？").click();
        page.locator("select").selectOption("150100");
        page.locator("input[name=uscc]").fill(code);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("main")).containsText("现在可以申请修复（1）");
        assertThat(page.locator("main")).containsText((String) record.get("recordNo"));
        assertThat(page.locator("main")).containsText("信用修复承诺书");
        assertThat(page.url()).as("no number in the address").doesNotContain(code);
        looks("front-records");
        page.locator("input[name=uscc]").fill("9115");
        page.locator("button[type=submit]").click();
        assertThat(page.locator("[role=alert]")).isVisible();
        assertThat(page.locator("input[name=uscc]")).hasValue("9115");
    }

    @Test
    void aCaseIsFollowedByItsCode() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        JsonNode applied =
                town.portal
                        .post(
                                "/api/v1/regions/150100/applications",
                                town.application(List.of(record)))
                        .body();
        String no = applied.path("applicationNo").asText();
        String code = applied.path("progressCode").asText();
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        page.navigate(browser.url("/progress"));
        page.locator("input[name=code]").fill(code);
        page.locator("button[type=submit]").click();
        assertThat(page.locator(".front-line .past").first()).containsText("受理审查");
        assertThat(page.locator(".front-line .now")).containsText("24 时前办结");
        looks("front-progress");
        page.navigate(browser.url("/progress/" + code));
        assertThat(page.locator(".front-line")).isVisible();
        page.locator("input[name=code]").fill("AAAAAAAAAAAAAA");
        page.locator("button[type=submit]").click();
        assertThat(page.locator("[role=alert]")).isVisible();
    }
}
