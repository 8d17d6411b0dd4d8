package org.creditrepair.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;

/** Debian's Chromium, driven like a person at a screen of full HD, in Chinese. */
final class Browser implements AutoCloseable {

    /** Longer than a form waits before it takes over what was typed (300 ms). */
    private static final double DRAWN_MILLIS = 500;

    private static final Logger log = LoggerFactory.getLogger(Browser.class);
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double PATIENCE = 60_000;
    private static final int[][] SCREENS = {{1366, 768}, {1920, 1080}};
    private static final String AXE = axe();
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static com.microsoft.playwright.@Nullable Browser chromium;

    /** Answers that people are told about in the page: what they asked for is refused. */
    private static final Pattern REFUSED =
            Pattern.compile("status of (400|409|422) .*/(api/v1/|submit-form|case/materials).*");

    /** A task is asked for once more that was finished a moment ago. */
    private static final Pattern FINISHED =
            Pattern.compile(
                    "status of 404 .*/(camunda/api/engine/engine/default/task/[^/]*"
                            + "|api/v1/regions/\\d+/tasks/[^/]*)");

    private final String base;
    private final List<BrowserContext> visitors = new ArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private Browser(int port) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        base = "http://localhost:" + port;
    }

    private static String axe() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One Chromium for all tests of the process; each has windows of its own. */
    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(CHROMIUM)
                                            .setArgs(
                                                    List.of(
                                                            "--no-sandbox",
                                                            "--disable-gpu",
                                                            "--disable-quic",
                                                            "--no-first-run",
                                                            "--disable-background-networking",
                                                            "--disable-component-update",
                                                            "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return chromium;
    }

    /** Skips the test where no Chromium is; on a build server that is a failure. */
    static Browser open(int port) {
        if (!Files.isExecutable(CHROMIUM)) {
            String reason = "no Chromium at " + CHROMIUM + ": install Debian's package chromium";
            if (System.getenv("CI") != null) {
                Assertions.fail(reason);
            }
            Assumptions.abort(reason);
        }
        return new Browser(port);
    }

    /**
     * Somebody sits down at a webapp and logs in; in Cockpit a supervisor, whose start page is
     * there before anything else is asked for.
     */
    Page login(String account, String webapp) {
        Page page = visitor();
        page.navigate(base + "/camunda/app/" + webapp + "/");
        page.waitForURL(url -> url.contains("#/login"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(TimeoutError.class)
                .until(() -> signedIn(page, account));
        if (webapp.equals("cockpit")) {
            page.locator(".cr-section table").first().waitFor();
        }
        return page;
    }

    /** Somebody who has logged in at a webapp before. */
    Page loggedIn(String account) {
        Page page = visitor();
        APIRequestContext requests = page.context().request();
        String app = base + "/camunda/app/tasklist/default/";
        requests.get(app);
        String token =
                page.context().cookies(app).stream()
                        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                        .map(cookie -> cookie.value)
                        .findFirst()
                        .orElseThrow();
        APIResponse answer =
                requests.post(
                        base + "/camunda/api/admin/auth/user/default/login/tasklist",
                        RequestOptions.create()
                                .setHeader("X-XSRF-TOKEN", token)
                                .setForm(
                                        FormData.create()
                                                .set("username", account)
                                                .set("password", account)));
        Assertions.assertEquals(200, answer.status(), account);
        requests.get(app); // the new session has a token of its own
        return page;
    }

    /** A form that is filled in while it is still being set up forgets what was entered. */
    private static boolean signedIn(Page page, String account) {
        Locator form = page.locator("form[name=signinForm], input[type=password]").first();
        if (form.isVisible()) {
            page.locator("input[type=text]").fill(account);
            page.locator("input[type=password]").fill(account);
            page.locator("button[type=submit]").click();
        }
        form.waitFor(gone().setTimeout(8_000));
        return true;
    }

    /**
     * Opens the task of an application in Tasklist; Tasklist drops what was chosen while it still
     * clears the task that was finished before, and then it is chosen again.
     */
    static void openTask(Page tasklist, String filter, String no) {
        tasklist.locator(".task-filters").getByText(filter).first().click();
        Locator card =
                tasklist.locator(".tasks-list .task")
                        .filter(new Locator.FilterOptions().setHasText(no))
                        .first();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(TimeoutError.class)
                .until(
                        () -> {
                            card.click();
                            tasklist.locator(".case-sheet")
                                    .waitFor(new Locator.WaitForOptions().setTimeout(4_000));
                            return true;
                        });
    }

    /**
     * Enters a value as a person does, and again if it was lost: a form that is still drawing what
     * was entered before takes back what is entered meanwhile.
     */
    static void enter(Locator field, String value) {
        for (int tries = 0; tries < 10; tries++) {
            field.fill(value);
            field.page().waitForTimeout(DRAWN_MILLIS);
            if (value.equals(field.inputValue())) {
                return;
            }
        }
        throw new AssertionError("not kept by the form: " + value);
    }

    /**
     * Takes pictures at the sizes of the screens that offices have, for whoever looks at them; on a
     * build server nobody does.
     */
    static void pictures(Page page, String name) {
        if (System.getenv("CI") != null) {
            return;
        }
        for (int[] size : SCREENS) {
            page.setViewportSize(size[0], size[1]);
            picture(page, name + "-" + size[0]);
        }
    }

    /** Somebody who is not logged in. */
    Page visitor() {
        BrowserContext context =
                chromium()
                        .newContext(
                                new com.microsoft.playwright.Browser.NewContextOptions()
                                        .setLocale("zh-CN")
                                        .setTimezoneId("Asia/Shanghai")
                                        .setViewportSize(1920, 1080));
        visitors.add(context);
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onPageError(error -> errors.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> note(page, message));
        page.onResponse(
                answer -> {
                    if (answer.status() >= 400) {
                        log.warn("{}: {} {}", page.url(), answer.status(), answer.url());
                    }
                });
        page.onRequestFailed(
                request -> log.warn("{}: {} {}", page.url(), request.failure(), request.url()));
        return page;
    }

    /** Counts what a person does on a page from now on. */
    static void startCounting(Page page) {
        page.evaluate(
                """
                () => {
                  if (window.clicks === undefined) {
                    addEventListener('pointerdown', () => (window.clicks += 1), true);
                  }
                  window.clicks = 0;
                }""");
    }

    /** How often was clicked since. */
    static int clicks(Page page) {
        return ((Number) page.evaluate("() => window.clicks")).intValue();
    }

    /** By how many pixels anything on a page is scrolled. */
    static double scrolled(Page page) {
        return ((Number)
                        page.evaluate(
                                "() => [...document.querySelectorAll('*')]"
                                        + ".reduce((sum, one) => sum + one.scrollTop, 0)"))
                .doubleValue();
    }

    private void note(Page page, ConsoleMessage message) {
        String said = message.text() + " " + message.location();
        if (message.type().equals("error")
                && !REFUSED.matcher(said).find()
                && !FINISHED.matcher(said).find()) {
            errors.add(page.url() + ": " + said);
        }
    }

    /**
     * A page of ours, or the parts of one, can be used without seeing it well, with a keyboard, and
     * by a screen reader: axe finds nothing serious.
     */
    static void accessible(Page page, String... parts) {
        page.evaluate(AXE);
        Object found =
                page.evaluate(
                        """
                        async parts => {
                          const all = parts.length ? { include: parts.map(one => [one]) } : document;
                          const options = { preload: false, resultTypes: ['violations'] };
                          return (await axe.run(all, options)).violations
                            .filter(one => ['serious', 'critical'].includes(one.impact))
                            .map(one => `${one.id}: ${one.nodes.map(node => node.html)}`);
                        }""",
                        parts);
        assertThat((List<?>) found).as(page.url()).isEmpty();
    }

    String url(String path) {
        return base + path;
    }

    static void picture(Page page, String name) {
        if (System.getenv("CI") == null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        }
    }

    private static com.microsoft.playwright.Locator.WaitForOptions gone() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }

    @Override
    public void close() {
        visitors.forEach(BrowserContext::close);
        assertThat(errors).as("errors of the pages").isEmpty();
    }
}
