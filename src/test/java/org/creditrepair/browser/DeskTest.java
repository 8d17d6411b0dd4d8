package org.creditrepair.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The desk of reviewers on a screen of 1366×768: clicks, keys and pixels scrolled are counted. */
@Tag("browser")
class DeskTest extends ServerStory {

    private static final String UNIT = "credit-center";

    private Browser browser;
    private Page desk;

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

    private Page desk(String account) {
        Page page = browser.loggedIn(account);
        page.setViewportSize(1366, 768);
        page.navigate(browser.url("/desk"));
        page.locator(".desk-queue").waitFor();
        return page;
    }

    /** Back to the queue, wherever the last act has led, and there by some words. */
    private void find(String words) {
        await().ignoreException(TimeoutError.class)
                .until(
                        () -> {
                            Locator back = desk.getByText("← 队列");
                            if (back.isVisible()) {
                                back.click();
                            }
                            desk.locator("input[type=search]")
                                    .fill(words, new Locator.FillOptions().setTimeout(3_000));
                            desk.keyboard().press("Enter");
                            return true;
                        });
    }

    private Locator row(String no) {
        return desk.locator(".desk-table tbody tr")
                .filter(new Locator.FilterOptions().setHasText(no));
    }

    private Locator said() {
        return desk.locator(".desk-said");
    }

    private String status(String no) {
        return town.item(no).path("status").asText();
    }

    @Test
    void aPlainCaseIsAcceptedAndDecidedByThreeClicksEachWithoutScrolling() {
        String no = applied();
        desk = desk("150100-credit-center");
        find(no);
        assertThat(row(no)).hasCount(1);
        assertThat(row(no)).containsText("剩余 3 个工作日");
        Browser.pictures(desk, "desk-queue");
        Browser.accessible(desk);
        desk.setViewportSize(1366, 768);
        Browser.startCounting(desk);
        row(no).click();
        assertThat(desk.locator(".case-sheet")).containsText("规则核验：符合修复条件");
        assertThat(desk.locator(".case-sheet h4:has-text('材料')").first()).containsText("✓ 齐全");
        for (String seen : List.of("最短公示期", "应履行义务")) {
            assertThat(desk.locator(".desk-sheet th").getByText(seen).first()).isInViewport();
        }
        Browser.pictures(desk, "desk-case");
        Browser.accessible(desk);
        desk.setViewportSize(1366, 768);
        desk.locator(".desk-decision label:has-text('受理')").first().click();
        assertThat(desk.locator(".desk-submit")).isInViewport();
        desk.locator(".desk-submit").click();
        assertThat(said()).containsText("受理。受理通知书已发出");
        assertThat(Browser.clicks(desk)).as("clicks of the acceptance").isEqualTo(3);
        await().until(() -> status(no).equals("ACCEPTED"));
        town.task(no + "-1", "decision", UNIT);

        find(no);
        Browser.startCounting(desk);
        row(no).click();
        desk.locator(".desk-decision").getByText("准予修复").click();
        desk.locator(".desk-submit").click();
        assertThat(said()).containsText("正在同步各共享平台");
        assertThat(town.closedItem(no).path("result").asText()).isEqualTo("REPAIRED");
        assertThat(Browser.clicks(desk)).as("clicks of the decision").isEqualTo(3);
        assertThat(Browser.scrolled(desk)).as("pixels scrolled").isZero();
    }

    @Test
    void theKeyboardAloneDoesTheSameAndTheNextCaseOpens() {
        String first = applied();
        String second = applied();
        desk = desk("150100-credit-center");
        find("虚构测试");
        assertThat(row(first)).isVisible();
        assertThat(row(second)).isVisible();
        desk.locator(".desk-head strong").click();
        List<String> shown =
                desk.locator(".desk-table tbody tr td:nth-child(6)").allTextContents().stream()
                        .map(String::strip)
                        .toList();
        assertThat(shown).contains(first + "-1", second + "-1");
        desk.keyboard().press("Enter");
        assertThat(desk.locator(".desk-title")).containsText(shown.get(0));
        desk.keyboard().press("n");
        assertThat(desk.locator(".desk-material iframe")).isVisible();
        assertThat(desk.locator(".desk-tabs .cr-good").first()).hasText("✓已看");
        Browser.picture(desk, "desk-material");
        desk.keyboard().press("m");
        assertThat(desk.locator(".desk-sheet")).isVisible();
        desk.keyboard().press("1");
        desk.keyboard().press("Control+Enter");
        assertThat(said()).containsText("受理");
        assertThat(desk.locator(".desk-title")).containsText(shown.get(1));
        desk.keyboard().press("Escape");
        assertThat(desk.locator(".desk-queue")).isVisible();
    }

    @Test
    void errorsStandAtTheirFieldsDraftsAreKeptAndATemplateChoosesTheOutcome() {
        String no = applied();
        desk = desk("150100-credit-center");
        find(no);
        row(no).click();
        desk.locator(".desk-submit").click();
        assertThat(desk.locator("fieldset[aria-invalid=true] .cr-error")).isVisible();
        desk.keyboard().press("2");
        desk.locator(".desk-submit").click();
        assertThat(desk.locator("#error-comment")).containsText("须填写意见");
        assertThat(desk.locator(".desk-decision textarea")).isFocused();
        Browser.picture(desk, "desk-error");
        desk.locator(".desk-template select").selectOption("补交履行证明");
        desk.locator(".desk-template button").click();
        assertThat(desk.locator(".desk-decision textarea"))
                .hasValue(java.util.regex.Pattern.compile("请补交.*"));
        desk.keyboard().press("Escape");
        desk.keyboard().press("Escape");
        row(no).click();
        assertThat(desk.locator(".desk-decision textarea"))
                .hasValue(java.util.regex.Pattern.compile("请补交.*"));
        desk.locator(".desk-submit").click();
        assertThat(said()).containsText("等待申请人补正");
        await().until(() -> status(no).equals("AWAITING_CORRECTION"));
        town.triesToCorrect(no, "commitment").done();
        town.task(no + "-1", "acceptance", UNIT);
        find(no);
        Browser.startCounting(desk);
        row(no).click();
        assertThat(desk.locator(".desk-sheet .soon").first()).containsText("已要求一次性补正");
        assertThat(desk.locator(".desk-decision input[type=radio]").nth(1)).isDisabled();
        assertThat(desk.locator(".desk-decision")).containsText("补正只能要求一次");
        desk.keyboard().press("1");
        desk.keyboard().press("Control+Enter");
        assertThat(said()).containsText("受理通知书已发出");
        await().until(() -> status(no).equals("ACCEPTED"));
        assertThat(Browser.clicks(desk)).as("clicks after the correction").isEqualTo(1);
        assertThat(Browser.scrolled(desk)).as("pixels scrolled").isZero();
    }

    @Test
    void tenAtOnceWithAnOutcomeEachAndAQuestionBefore() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            numbers.add(applied());
        }
        desk = desk("150100-credit-center");
        Browser.startCounting(desk);
        for (String no : numbers) {
            desk.getByLabel("选择 " + no + "-1").check();
        }
        desk.getByText("办理所选（10）").click();
        Locator dialog = desk.locator("dialog[open]");
        assertThat(dialog.locator("tbody select")).hasCount(10);
        for (Locator outcome : dialog.locator("tbody select").all()) {
            assertThat(outcome).hasValue("");
        }
        dialog.locator(".cr-bar select").selectOption("受理");
        dialog.getByLabel(numbers.get(9) + "-1 的结果").selectOption("不予受理");
        Browser.pictures(desk, "desk-several");
        Browser.accessible(desk);
        dialog.getByText("提交（10）").click();
        assertThat(dialog.locator(".cr-error").getByText("请填写理由类别和意见")).hasCount(1);
        assertThat(dialog.locator(".desk-question")).hasCount(0);
        dialog.getByLabel(numbers.get(9) + "-1 的意见").fill("不属于修复范围");
        dialog.getByText("提交（10）").click();
        assertThat(dialog.locator(".cr-error").getByText("请填写理由类别")).hasCount(1);
        dialog.getByLabel("理由类别 " + numbers.get(9) + "-1").selectOption("不属于修复范围");
        dialog.getByText("提交（10）").click();
        assertThat(dialog.locator(".desk-question")).containsText("受理 9 件");
        assertThat(dialog.locator(".desk-question")).containsText("不予受理 1 件");
        String claimed = town.task(numbers.get(0) + "-1", "acceptance", UNIT).path("id").asText();
        town.unit("credit-center-head")
                .post("/api/v1/regions/150100/tasks/claims", Map.of("taskIds", List.of(claimed)))
                .done();
        dialog.getByText("确认提交").evaluate("button => [1, 2].forEach(() => button.click())");
        assertThat(dialog.locator("[role=status]")).containsText("已办 9 件，未成 1 件");
        assertThat(desk.locator(".desk-error")).containsText("未成 1 件");
        assertThat(Browser.clicks(desk)).as("clicks but the last").isEqualTo(14);
        assertThat(dialog.locator("tbody tr")).hasCount(1);
        assertThat(dialog.locator("tbody tr")).containsText("由 ");
        numbers.subList(1, 9).forEach(no -> await().until(() -> status(no).equals("ACCEPTED")));
        assertThat(town.closedItem(numbers.get(9)).path("result").asText()).isEqualTo("REJECTED");
        assertThat(status(numbers.get(0))).as("a colleague's").isEqualTo("SUBMITTED");
        String tasks = "/api/v1/regions/150100/tasks/";
        Map<String, List<String>> ids = Map.of("taskIds", List.of(claimed));
        assertThat(
                        town.unit("credit-center")
                                .post(tasks + "releases", ids)
                                .body()
                                .findValuesAsText("code"))
                .as("nobody gives back what a colleague has")
                .containsExactly("NOT_YOURS");
        town.unit("credit-center-head").post(tasks + "releases", ids).done();
        assertThat(town.task(numbers.get(0) + "-1", "acceptance", UNIT).path("assignee").isNull())
                .isTrue();
    }

    @Test
    void anotherUnitIsAskedAndItsAnswerIsSeen() {
        String no = applied();
        desk = desk("150100-credit-center");
        find(no);
        Browser.startCounting(desk);
        row(no).click();
        desk.locator(".desk-acts").getByText("会办").click();
        Locator dialog = desk.locator("dialog[open]");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.locator(".cr-wrong")).hasCount(2);
        dialog.locator("input[type=search]").fill("税务");
        dialog.locator("select").selectOption("tax");
        dialog.locator("textarea").fill("是否欠税？");
        dialog.locator("button[type=submit]").click();
        assertThat(said()).containsText("征求意见");
        assertThat(Browser.clicks(desk)).as("clicks, one of them refused").isEqualTo(4);
        assertThat(desk.locator(".desk-sheet")).containsText("尚未送回");
        assertThat(desk.locator(".desk-sheet")).containsText("限 3 个工作日");
        desk.keyboard().press("1");
        desk.keyboard().press("Control+Enter");
        assertThat(dialog).containsText("尚未答复");
        dialog.getByText("取消").click();
        Page reviewer = desk;
        desk = desk("150100-tax");
        find(no);
        row(no).click();
        assertThat(desk.locator(".desk-sheet")).containsText("是否欠税？");
        Browser.pictures(desk, "desk-opinion");
        desk.locator(".desk-decision textarea").fill("不欠税");
        desk.locator(".desk-submit").click();
        assertThat(said()).containsText("意见已送回");
        desk = reviewer;
        assertThat(desk.locator(".desk-sheet")).containsText("不欠税");
        assertThat(desk.locator(".desk-decision input[type=radio]").first()).isChecked();
    }

    @Test
    void whatIsFinishedElsewhereIsSaidAndWhatWasWrittenIsNotLost() {
        String first = applied();
        String second = applied();
        desk = desk("150100-credit-center");
        find(first);
        row(first).click();
        assertThat(desk.locator(".desk-decision input[type=radio]").first()).isVisible();
        desk.keyboard().press("3");
        desk.locator(".desk-decision textarea").fill("不属于修复范围");
        town.completes(UNIT, first + "-1", "acceptance", "ACCEPT", null);
        desk.keyboard().press("Control+Enter");
        Locator error = desk.locator(".desk-error");
        assertThat(error).containsText("未提交，所写意见：“不属于修复范围”");
        desk.waitForTimeout(1_000);
        assertThat(error).containsText("未提交");
        assertThat(status(first)).isEqualTo("ACCEPTED");
        find(second);
        row(second).click();
        assertThat(desk.locator(".desk-title")).containsText(second);
        desk.keyboard().press("1");
        desk.keyboard().press("Control+Enter");
        assertThat(said()).containsText("受理");
        assertThat(desk.locator(".desk-title, .desk-empty").first()).isVisible();
        desk.goBack();
        assertThat(desk.locator(".desk-title").getByText(second)).hasCount(0);
    }

    @Test
    void whoLeadsAUnitSeesItsQueueAndHandsATaskToOneOfItsPeople() {
        String no = applied();
        String id = town.task(no + "-1", "acceptance", UNIT).path("id").asText();
        desk = desk("150100-credit-center-head");
        find(no);
        row(no).click();
        assertThat(desk.locator(".desk-sheet")).containsText("最短公示期");
        desk.locator(".desk-acts").getByText("改派").click();
        Locator dialog = desk.locator("dialog[open]");
        dialog.locator("select[name=account]").selectOption("150100-credit-center");
        dialog.locator("textarea").fill("同事休假");
        Browser.picture(desk, "desk-head");
        dialog.locator("button[type=submit]").click();
        assertThat(said()).containsText("已改派给");
        assertThat(town.task(no + "-1", "acceptance", UNIT).path("assignee").asText())
                .isEqualTo("150100-credit-center");

        String task = "/api/v1/regions/150100/tasks/" + id;
        Map<String, Object> to = Map.of("account", "150100-credit-center", "reason", "不属于该负责人的单位");
        assertThat(town.unit("tax-head").get(task).status()).isEqualTo(404);
        assertThat(town.unit("tax-head").get(task + "/colleagues").status()).isEqualTo(404);
        assertThat(town.unit("tax-head").post(task + "/reassignment", to).status()).isEqualTo(404);
        assertThat(
                        town.unit("credit-center-head")
                                .post(
                                        task + "/reassignment",
                                        Map.of("unit", "tax", "reason", "改由其他单位"))
                                .status())
                .as("another unit")
                .isEqualTo(422);
        Map<String, Object> both = new HashMap<>(to);
        both.put("unit", "tax");
        assertThat(town.unit("credit-center-head").post(task + "/reassignment", both).error("unit"))
                .isEqualTo("NOT_ALLOWED");
    }

    /** One task of each kind, with the account that has it and what it is found by. */
    private record Waiting(
            HumanTask kind, String unit, String key, Outcome outcome, Map<String, String> more) {

        Waiting(HumanTask kind, String unit, String key, Outcome outcome) {
            this(kind, unit, key, outcome, Map.of());
        }
    }

    @Test
    void everyKindOfTaskIsOpenedClaimedAndFinished() {
        List<Waiting> all = new ArrayList<>(ofCases());
        all.addAll(aboutRecords());
        all.addAll(ofOthers());
        assertThat(all.stream().map(Waiting::kind))
                .containsExactlyInAnyOrder(
                        EnumSet.complementOf(EnumSet.of(HumanTask.OPINION))
                                .toArray(HumanTask[]::new));
        String unit = "";
        all.sort(Comparator.comparing(Waiting::unit));
        for (Waiting one : all) {
            if (!one.unit().equals(unit)) {
                unit = one.unit();
                desk = desk("150100-" + unit);
            }
            finish(one);
        }
    }

    private void finish(Waiting one) {
        Locator task = row(one.kind().text());
        await().untilAsserted(
                        () -> {
                            find(one.key());
                            assertThat(task.count()).as(one.toString()).isEqualTo(1);
                        });
        task.click();
        assertThat(desk.locator(".desk-title")).containsText(one.kind().text());
        Browser.picture(desk, "desk-" + one.kind().key());
        if (one.kind().outcomes().size() > 1) {
            desk.keyboard().press(String.valueOf(one.kind().outcomes().indexOf(one.outcome()) + 1));
        }
        one.more()
                .forEach(
                        (label, value) ->
                                desk.locator(".desk-field:has-text('" + label + "') input")
                                        .fill(value));
        desk.locator(".desk-decision textarea").fill("经核查，情况属实");
        desk.locator(".desk-submit").click();
        assertThat(said()).containsText(one.outcome().follows());
    }

    private List<Waiting> ofCases() {
        Map<String, Object> employer =
                Town.listing(
                        "SERIOUS",
                        "serious-wage-arrears",
                        Town.uscc(),
                        LocalDate.of(2024, 6, 10),
                        null);
        String unit = "human-resources";
        String no = town.applied(town.application(List.of(town.collected(employer))));
        return List.of(
                new Waiting(HumanTask.ACCEPTANCE, unit, no, Outcome.ACCEPT),
                new Waiting(HumanTask.VERIFICATION, unit, no, Outcome.CONFIRMED),
                new Waiting(HumanTask.DECISION, unit, no, Outcome.REPAIR));
    }

    private List<Waiting> aboutRecords() {
        Map<String, Object> unmet =
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2023, 3, 2));
        unmet.put("outstanding", true);
        town.collected(unmet);
        sweep();
        Map<String, Object> repaired = penalty("penalty-other", LocalDate.of(2025, 6, 10));
        String no = town.applied(town.application(List.of(repaired)));
        town.completes(UNIT, no + "-1", "acceptance", "ACCEPT", null);
        town.completes(UNIT, no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        town.unit(UNIT).post(records(repaired, "/revocation"), Map.of("reason", "凭证不实")).done();
        town.portal
                .post(
                        records(repaired, "/revocation/statement"),
                        Map.of("uscc", uscc(repaired), "statement", "误传", "hearing", true))
                .done();
        Map<String, Object> early = penalty("penalty-market", LocalDate.of(2026, 2, 20));
        town.await(true, PLATFORMS, early.get("recordNo"));
        town.unit("market-regulation")
                .post(
                        "/api/v1/regions/150100/results",
                        Map.of(
                                "recordNo", early.get("recordNo"),
                                "platform", "gsxt",
                                "event", "REPAIRED",
                                "decidedOn", "2026-03-01",
                                "documentNo", "虚构修复〔2026〕9号"))
                .done();
        Map<String, Object> served = penalty("penalty-market", LocalDate.of(2026, 2, 27));
        Map<String, String> asked =
                Map.of("uscc", uscc(served), "reason", "罚款已缴清", "mobile", "13800000000");
        town.portal.post(records(served, "/proof-requests"), asked).done();
        Map<String, String> objection = new HashMap<>(asked);
        objection.put("about", "CONTENT");
        town.portal.post(records(served, "/objections"), objection).done();
        String market = "market-regulation";
        return List.of(
                new Waiting(HumanTask.REASSESSMENT, UNIT, no(unmet), Outcome.END),
                new Waiting(
                        HumanTask.REVOCATION,
                        UNIT,
                        no(repaired),
                        Outcome.REVOKE,
                        Map.of("听证日期", "2026-03-02")),
                new Waiting(HumanTask.ARBITRATION, market, no(early), Outcome.DISMISS),
                new Waiting(
                        HumanTask.SERVICE,
                        market,
                        no(served),
                        Outcome.SERVED,
                        Map.of("送达日期", "2026-03-02", "签收人", "虚构签收人", "送达凭证", "回证1号")),
                new Waiting(HumanTask.ISSUANCE, market, no(served), Outcome.ISSUE),
                new Waiting(HumanTask.OBJECTION, market, no(served), Outcome.OVERRULE));
    }

    private List<Waiting> ofOthers() {
        String credit = "development-reform";
        long adjustment =
                town.unit("tax")
                        .post(
                                "/api/v1/regions/150100/list-adjustments",
                                Map.of(
                                        "kind", "CHANGE",
                                        "item", "serious-tax",
                                        "effectiveOn", "2026-06-01",
                                        "reason", "缩短时限",
                                        "rules", Map.of("acceptWorkingDays", 2)))
                        .body()
                        .path("id")
                        .asLong();
        long call =
                town.portal
                        .post(
                                "/api/v1/regions/150100/hotline",
                                Map.of(
                                        "type", "CONSULTATION",
                                        "name", "虚构来电人",
                                        "mobile", "13800000000",
                                        "content", "何时可以修复？",
                                        "item", "penalty-market"))
                        .body()
                        .path("id")
                        .asLong();
        String unknown = "U-" + System.nanoTime();
        town.anybody
                .put(
                        "/sandbox/creditchina-local/records/" + unknown,
                        Map.of("region", "150100", "displayed", true))
                .done();
        town.moveClock(clock.now().plusMinutes(1));
        long reconciliation =
                town.supervisor
                        .post(
                                "/api/v1/regions/150100/supervision/reconciliations",
                                Map.of("platform", "creditchina-local"))
                        .body()
                        .path("id")
                        .asLong();
        return List.of(
                new Waiting(
                        HumanTask.CONFIRMATION, credit, "adjustment-" + adjustment, Outcome.RETURN),
                new Waiting(
                        HumanTask.REPLY, "market-regulation", "hotline-" + call, Outcome.ANSWERED),
                new Waiting(
                        HumanTask.CLARIFICATION,
                        credit,
                        "reconciliation-" + reconciliation,
                        Outcome.CLARIFIED));
    }

    private Map<String, Object> penalty(String item, LocalDate decidedOn) {
        return town.collected(Town.penalty(item, Town.uscc(), decidedOn));
    }

    private static String no(Map<String, Object> record) {
        return (String) record.get("recordNo");
    }

    private static String uscc(Map<String, Object> record) {
        return (String) ((Map<?, ?>) record.get("subject")).get("uscc");
    }

    private static String records(Map<String, Object> record, String path) {
        return "/api/v1/regions/150100/records/" + no(record) + path;
    }

    @Test
    void nobodySeesTheQueueOfAnotherUnit() {
        String no = applied();
        String id = town.task(no + "-1", "acceptance", UNIT).path("id").asText();
        assertThat(
                        town.unit("tax")
                                .get("/api/v1/regions/150100/queue?words=" + no)
                                .body()
                                .path("rows"))
                .isEmpty();
        assertThat(town.unit("tax").get("/api/v1/regions/150100/tasks/" + id).status())
                .isEqualTo(404);
        assertThat(town.portal.get("/api/v1/regions/150100/queue").status()).isEqualTo(403);
        assertThat(
                        town.anybody
                                .as("330000-market-regulation")
                                .get("/api/v1/regions/150100/queue")
                                .status())
                .isEqualTo(404);
    }
}
