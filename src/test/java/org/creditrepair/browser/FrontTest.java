package org.creditrepair.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.Papers;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.creditrepair.registry.record.Uscc;
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
        page.locator("input[name=uscc][type=text]").fill(code);
        page.locator("button[type=submit]").first().click();
        assertThat(page.locator("main")).containsText("现在可以申请修复（1）");
        assertThat(page.locator("main")).containsText((String) record.get("recordNo"));
        assertThat(page.locator("main")).containsText("信用修复承诺书");
        assertThat(page.url()).as("no number in the address").doesNotContain(code);
        page.locator("input[name=uscc][type=text]").fill("虚构九号贸易有限公司");
        page.locator("button[type=submit]").first().click();
        assertThat(page.locator("main")).containsText("经营异常名录");
        page.locator("input[name=uscc][type=text]").fill("虚构某甲");
        page.locator("button[type=submit]").first().click();
        assertThat(page.locator("[role=alert]")).containsText("没有以此为完整名称");
        page.locator("input[name=uscc][type=text]").fill(code);
        page.locator("button[type=submit]").first().click();
        looks("front-records");
        page.locator("input[name=uscc][type=text]").fill("9115");
        page.locator("button[type=submit]").first().click();
        assertThat(page.locator("[role=alert]")).isVisible();
        assertThat(page.locator("input[name=uscc][type=text]")).hasValue("9115");
    }

    @Test
    void theGuideIsSearchedAndAnItemOpened() {
        page.navigate(browser.url("/guide"));
        looks("front-guide-regions");
        page.getByText("呼和浩特市").click();
        looks("front-guide");
        page.locator("#find").fill("查无此项");
        assertThat(page.locator("#none")).isVisible();
        page.locator("#find").fill("其他行业");
        assertThat(page.locator(".guide-item:visible")).hasCount(1);
        page.locator(".guide-item:visible summary").first().click();
        assertThat(page.locator(".guide-item:visible .facts")).containsText("信用修复承诺书");
        looks("front-guide-item");
        page.getByText("在线咨询这一事项").locator("visible=true").click();
        assertThat(page.locator("main")).containsText("所涉事项：行政处罚信息（其他行业领域）");
        assertThat(page.locator("select[name=region]")).hasValue("150100");
        page.goBack();
        page.getByText("查询并申请修复").click();
        assertThat(page.locator("select")).hasValue("150100");
    }

    private JsonNode applied() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        return town.portal
                .post("/api/v1/regions/150100/applications", town.application(List.of(record)))
                .body();
    }

    @Test
    void aCaseIsFollowedByItsCode() {
        JsonNode applied = applied();
        String no = applied.path("applicationNo").asText();
        String code = applied.path("progressCode").asText();
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        page.navigate(browser.url("/progress"));
        page.locator("input[name=code]").fill(code);
        page.locator("button[type=submit]").first().click();
        assertThat(page.locator(".front-line .past").first()).containsText("受理审查");
        assertThat(page.locator(".front-line .now")).containsText("24 时前办结");
        looks("front-progress");
        page.navigate(browser.url("/progress/" + code));
        assertThat(page.locator(".front-line")).isVisible();
        for (String wrong : List.of("AAAAAAAAAAAAAA", "../regions", "<script>")) {
            page.locator("input[name=code]").fill(wrong);
            page.locator("button[type=submit]").first().click();
            assertThat(page.locator("[role=alert]")).isVisible();
            assertThat(page.locator("[role=alert]")).not().containsText("服务暂时繁忙");
        }
    }

    @Test
    void theApplicantProvesItAndHandsInWhatWasDemandedAndTakesThePapers() {
        JsonNode applied = applied();
        String no = applied.path("applicationNo").asText();
        String address = "/progress/" + applied.path("progressCode").asText();
        town.completes("credit-center", no + "-1", "acceptance", "CORRECT", "承诺书缺少印章");
        page.navigate(browser.url(address + "/case"));
        assertThat(page).hasURL(browser.url(address));
        page.getByText("获取短信验证码").click();
        assertThat(page.locator("main")).containsText("138****0000");
        page.locator("input[name=sms]").fill("12345");
        page.getByText("核验", exact()).click();
        assertThat(page.locator("[role=alert]")).containsText("验证码不正确");
        looks("front-proof");
        page.locator("input[name=sms]").fill(town.sentCode(no));
        page.getByText("核验", exact()).click();
        assertThat(page.locator("main")).containsText("须补正：承诺书缺少印章");
        page.getByText("提交补正材料").click();
        assertThat(page.locator("[role=alert]")).isVisible();
        Locator file = page.getByLabel("选择信用修复承诺书");
        file.setInputFiles(new FilePayload("伪装.pdf", "application/pdf", new byte[] {'M', 'Z'}));
        assertThat(page.locator(".front-file [role=alert]")).containsText("文件内容不是");
        page.getByText("移除").click();
        file.setInputFiles(new FilePayload("承诺书.pdf", "application/pdf", Town.PDF));
        assertThat(page.locator(".front-file")).containsText("已上传");
        looks("front-case");
        page.getByText("提交补正材料").click();
        assertThat(page.locator(".front-line .now")).containsText("受理审查");
        String paper = page.locator("a[href*=documents]").first().getAttribute("href");
        APIResponse document = page.request().get(browser.url(paper));
        assertThat(document.headers().get("content-type")).startsWith("application/pdf");
        assertThat(browser.visitor().request().get(browser.url(paper)).status()).isEqualTo(404);
        page.onDialog(Dialog::accept);
        page.getByText("撤回本项").click();
        assertThat(page.locator("article.front-card")).containsText("撤回");
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("WITHDRAWN");
        String cookie = page.context().cookies().get(0).value;
        page.getByText("退出").click();
        assertThat(page.locator(".front-line").first()).isVisible();
        assertThat(
                        town.anybody
                                .withToken(cookie.substring(cookie.indexOf('.') + 1))
                                .get("/api/v1/applications/" + no)
                                .status())
                .as("the token after the logout")
                .isEqualTo(401);
        page.navigate(browser.url(address + "/case"));
        assertThat(page).hasURL(browser.url(address));
    }

    @Test
    void aPaperInHandIsCheckedByAnybody() {
        JsonNode applied = applied();
        String no = applied.path("applicationNo").asText();
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        byte[] paper =
                town.portal.get("/api/v1/applications/" + no + "/documents/1-acceptance").bytes();
        String code = Papers.text(paper).replaceAll(".*验证码：([2-9A-Z]{16}).*", "$1");
        page.navigate(browser.url("/papers"));
        page.getByLabel("验证码").fill("0000000000000000");
        page.getByText("查验", exact()).click();
        assertThat(page.locator("[role=alert]")).containsText("不是本平台签发");
        page.navigate(browser.url("/papers/" + code));
        assertThat(page.locator(".front-card")).containsText("本平台签发，有效");
        assertThat(page.locator("main")).not().containsText("虚构测试");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("受理.pdf", "application/pdf", paper));
        page.getByText("比对", exact()).click();
        assertThat(page.locator("[role=status]")).containsText("完全一致");
        looks("front-paper");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("受理.pdf", "application/pdf", Town.PDF));
        page.getByText("比对", exact()).click();
        assertThat(page.locator("[role=status]")).containsText("不一致");
    }

    /** By the identity provider of the demo: an agent applies for its company, and for no other. */
    @Test
    void whoeverLogsInSeesItsOwnAndAppliesForNobodyElse() {
        assertThat(town.anybody.get("/oauth2/authorization/nobody").status()).isLessThan(500);
        String company = "91150100MA0XG0004" + Uscc.checkCharacter("91150100MA0XG0004");
        Map<String, Object> record =
                town.collected(Town.penalty("penalty-other", company, LocalDate.of(2025, 6, 10)));
        String others = applied().path("applicationNo").asText();
        page.navigate(browser.url("/my"));
        looks("front-login");
        page.getByText("统一身份认证登录").click();
        page.getByText("虚构四号物流有限公司 · 虚构经办人（受委托）").click();
        assertThat(page).hasURL(browser.url("/my"));
        assertThat(page.locator("main")).containsText("虚构经办人（受委托经办）");
        assertThat(page.locator("main")).containsText("在这个地区没有申请");
        page.locator("input[value='" + record.get("recordNo") + "']").check();
        looks("front-my");
        page.getByText("申请修复所选信息").click();
        assertThat(page.locator("input[name=agentName]")).hasValue("虚构经办人");
        page.getByText("带入住所、法定代表人").click();
        assertThat(page.locator("input[name=address]")).hasValue("");
        page.locator("[data-consent=registration]").check();
        page.getByText("带入住所、法定代表人").click();
        assertThat(page.locator("input[name=address]")).hasValue("虚构路 1 号");
        assertThat(page.locator("input[name=legalRepresentative]")).hasValue("虚构负责人");
        looks("front-apply-prefilled");
        page.locator("input[name=contactName]").fill("虚构联系人");
        page.locator("input[name=contactMobile]").fill("13800000000");
        page.locator("input[type=date]").fill("2026-01-15");
        page.locator("textarea").fill("罚款已缴清");
        page.locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload("承诺书.pdf", "application/pdf", Town.PDF));
        assertThat(page.locator(".front-file").last()).containsText("已上传");
        page.locator("input[name=commitment]").check();
        page.getByText("下一步").click();
        page.locator("form[action$='/apply/applications'] button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("申请已提交");
        page.navigate(browser.url("/my"));
        page.locator(".front-card a").first().click();
        assertThat(page.locator("h1")).hasText("我的申请");
        assertThat(page.locator("main")).containsText("撤回本项");

        String cookie =
                page.context().cookies().stream()
                        .filter(one -> one.name.equals("identity"))
                        .findFirst()
                        .orElseThrow()
                        .value;
        Api mine = town.anybody.withToken(cookie.substring(cookie.indexOf('.') + 1));
        assertThat(mine.get("/api/v1/identity").body().path("subjectCode").asText())
                .isEqualTo(company);
        assertThat(mine.get("/api/v1/applications/" + others).status()).isEqualTo(403);
        Map<String, Object> theirs =
                Map.of("kind", "REGISTRATION", "uscc", Town.uscc(), "consent", true);
        assertThat(mine.post("/api/v1/regions/150100/certificates", theirs).status())
                .as("a certificate of another")
                .isEqualTo(403);
        Map<String, Object> foreign =
                town.application(
                        List.of(
                                town.collected(
                                        Town.penalty(
                                                "penalty-other",
                                                Town.uscc(),
                                                LocalDate.of(2025, 6, 10)))));
        assertThat(mine.post("/api/v1/regions/150100/applications", foreign).error("subject.uscc"))
                .isEqualTo("NOT_PROVED");
        assertThat(
                        mine.get("/api/v1/regions/150100/applications")
                                .body()
                                .findValuesAsText("recordNo"))
                .containsExactly(record.get("recordNo").toString());
        for (String forged : List.of("x", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")) {
            assertThat(
                            town.anybody
                                    .post("/api/v1/identity/logins", Map.of("token", forged))
                                    .error("token"))
                    .isEqualTo("WRONG");
        }
        page.navigate(browser.url("/my"));
        page.getByText("退出登录").click();
        assertThat(mine.get("/api/v1/identity").status()).isEqualTo(401);
    }

    /** A proof for one case opens no other, whatever the address says. */
    @Test
    void aProofOpensOneCase() {
        JsonNode mine = applied();
        JsonNode other = applied();
        String address = "/progress/" + mine.path("progressCode").asText();
        page.navigate(browser.url(address));
        page.getByText("获取短信验证码").click();
        page.locator("input[name=sms]").fill(town.sentCode(mine.path("applicationNo").asText()));
        page.getByText("核验", exact()).click();
        assertThat(page.locator("h1")).hasText("我的申请");
        String others = "/progress/" + other.path("progressCode").asText();
        page.navigate(browser.url(others + "/case"));
        assertThat(page).hasURL(browser.url(others));
    }

    @Test
    void whoeverFindsARecordAppliesForItsRepairAndKeepsTheReceipt() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        String mobile = "137" + "%08d".formatted(System.nanoTime() % 100_000_000);
        page.navigate(browser.url("/records"));
        page.locator("select").selectOption("150100");
        page.locator("input[name=uscc][type=text]")
                .fill((String) ((Map<?, ?>) record.get("subject")).get("uscc"));
        page.locator("button[type=submit]").click();
        page.getByText("申请修复所选").click();
        page.locator("input[name=mobile]").fill(mobile);
        looks("front-apply-mobile");
        page.getByText("获取短信验证码").click();
        page.locator("input[name=sms]").fill(town.codeSentTo(mobile));
        page.getByText("核验", exact()).click();
        assertThat(page.locator("main")).containsText("郑重承诺");
        page.locator("input[name=contactName]").fill("虚构联系人");
        page.locator("input[type=date]").fill("2027-01-01");
        page.locator("textarea").fill("罚款已缴清，违法行为已改正");
        page.locator("input[name=commitment]").check();
        page.getByText("下一步：核对").click();
        assertThat(page.locator("main")).containsText("尚缺信用修复承诺书");
        page.getByText("提交申请").click();
        assertThat(page.locator("[role=alert]")).containsText("第 1 项义务履行完毕日期：");
        assertThat(page.locator("label:has(input[type=date]) .front-fault")).isVisible();
        looks("front-apply-error");
        page.locator("input[type=date]").fill("2026-02-20");
        page.getByLabel("选择信用修复承诺书，第 1 项")
                .setInputFiles(new FilePayload("承诺书.pdf", "application/pdf", Town.PDF));
        assertThat(page.locator(".front-file")).containsText("已上传");
        page.navigate(browser.url("/records"));
        page.locator("select").selectOption("150100");
        page.locator("input[name=uscc][type=text]")
                .fill((String) ((Map<?, ?>) record.get("subject")).get("uscc"));
        page.locator("button[type=submit]").click();
        page.getByText("申请修复所选").click();
        assertThat(page.locator("textarea")).hasValue("罚款已缴清，违法行为已改正");
        assertThat(page.locator(".front-file")).containsText("承诺书.pdf");
        looks("front-apply");
        page.getByText("下一步：核对").click();
        assertThat(page.locator("main")).containsText("信用修复承诺书：1 份");
        looks("front-apply-summary");
        page.getByText("提交申请").click();
        assertThat(page.locator("h1")).hasText("申请已提交");
        assertThat(page.locator("svg path")).isVisible();
        looks("front-apply-receipt");
        page.reload();
        assertThat(page.locator("h1")).hasText("申请已提交");
        String receipt = page.url();
        page.evaluate(
                """
                chosen => {
                  const form = document.createElement('form');
                  Object.assign(form, { method: 'post', action: '/apply' });
                  for (const [name, value] of Object.entries(chosen)) {
                    form.append(Object.assign(document.createElement('input'), { name, value }));
                  }
                  document.body.append(form);
                  form.submit();
                }""",
                Map.of(
                        "region",
                        "150100",
                        "record",
                        record.get("recordNo"),
                        "uscc",
                        ((Map<?, ?>) record.get("subject")).get("uscc")));
        assertThat(page.locator("h1")).hasText("申请暂不能继续");
        assertThat(page.locator("main")).containsText("已有在办的修复申请");
        looks("front-apply-stopped");
        page.navigate(receipt);
        String no = page.locator("main dd strong").first().textContent();
        page.locator(".front-actions a").click();
        assertThat(page.locator(".front-line .now")).containsText("受理审查");
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("credit-center", no + "-1", "decision", "REPAIR", null);
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
        PLATFORMS.forEach(
                platform ->
                        assertThat(town.displayed(platform, record.get("recordNo")))
                                .as(platform)
                                .isFalse());
        page.reload();
        assertThat(page.locator("main")).containsText("准予修复");
    }

    @Test
    void remindersAreRefusedAndWantedAgainByWhoeverProvesTheMobile() {
        page.navigate(browser.url("/"));
        page.getByText("修复提醒", exact()).click();
        looks("front-reminders");
        page.locator("select[name=region]").selectOption("150100");
        page.getByText("退订提醒").click();
        page.getByLabel("手机号码").fill("13800000031");
        page.getByText("获取短信验证码").click();
        page.getByLabel("验证码").fill(town.codeSentTo("13800000031"));
        page.getByText("核验", exact()).click();
        assertThat(page.locator("[role=status]")).containsText("已退订");
        assertThat(refusals("13800000031")).isEqualTo(1);
        page.locator("select[name=region]").selectOption("150100");
        page.getByText("恢复提醒").click();
        assertThat(page.locator("[role=status]")).containsText("已恢复");
        assertThat(refusals("13800000031")).isZero();
    }

    private int refusals(String mobile) {
        return jdbc.sql("select count(*) from reminder_refusal where mobile = ?")
                .param(mobile)
                .query(Integer.class)
                .single();
    }

    @Test
    void aQuestionIsAskedByWhoeverProvesTheMobileAndItsAnswerFoundByItsCode() {
        page.navigate(browser.url("/"));
        page.getByText("咨询、投诉、求助", exact()).click();
        page.getByLabel("咨询", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("地区 *").selectOption("呼和浩特市");
        page.getByLabel("您的姓名 *").fill("虚构咨询人");
        page.getByLabel("内容 *").fill("罚款分期缴纳的，何时可以申请？");
        looks("front-ask");
        page.getByText("下一步", exact()).click();
        page.getByLabel("手机号码").fill("13800000021");
        page.getByText("获取短信验证码").click();
        page.getByLabel("验证码").fill(town.codeSentTo("13800000021"));
        page.getByText("核验", exact()).click();
        assertThat(page.locator("main")).containsText("咨询已收到，待答复");
        looks("front-ask-answer");
        String code = page.url().replaceAll(".*/", "");
        assertThat(code).matches("[2-9A-Z]{14}");
        long id =
                jdbc.sql("select id from hotline_request where code = ?")
                        .param(code)
                        .query(Long.class)
                        .single();
        town.decides("development-reform", "reply", "hotline-" + id, "ANSWERED", "缴清之日起即可申请");
        page = browser.visitor();
        page.navigate(browser.url("/ask/answers"));
        page.getByLabel("查询码").fill(code);
        page.getByText("查看", exact()).click();
        assertThat(page.locator("main")).containsText("缴清之日起即可申请");
        assertThat(page.content()).doesNotContain("虚构咨询人").doesNotContain("13800000021");
    }

    @Test
    void anObjectionGoesToTheUnitThatDecided() {
        String uscc = Town.uscc();
        Map<String, Object> record =
                town.collected(Town.penalty("penalty-market", uscc, LocalDate.of(2025, 6, 10)));
        page.navigate(browser.url("/records"));
        page.getByLabel("地区").selectOption("呼和浩特市");
        page.getByLabel("统一社会信用代码").fill(uscc);
        page.getByText("查询", exact()).click();
        page.getByLabel("有异议的信息")
                .selectOption(
                        new com.microsoft.playwright.options.SelectOption()
                                .setValue(record.get("recordNo").toString()));
        page.getByText("提出异议").click();
        page.getByLabel("公示的内容").check();
        page.getByLabel("理由 *").fill("罚款金额与决定书不符");
        looks("front-objection");
        page.getByText("下一步", exact()).click();
        page.getByLabel("手机号码").fill("13800000022");
        page.getByText("获取短信验证码").click();
        page.getByLabel("验证码").fill(town.codeSentTo("13800000022"));
        page.getByText("核验", exact()).click();
        assertThat(page.locator("main")).containsText("异议已收到");
        looks("front-objection-done");
        assertThat(page.url()).doesNotContain(uscc);
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
