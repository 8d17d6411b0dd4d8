package org.creditrepair.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A login of the webapps lives as long as what it was given for, and no longer. */
@Tag("database")
class SessionTest extends ServerStory {

    private static final String PASSWORD = "Zuverlässig-2026";
    private static final String GROUP = "150100-credit-center";

    private final String account = "visitor-" + UUID.randomUUID();

    @BeforeEach
    void hire() {
        User user = identity().newUser(account);
        user.setPassword(PASSWORD);
        user.setFirstName("虚构");
        user.setLastName("人员");
        identity().saveUser(user);
        identity().createMembership(account, GROUP);
    }

    @AfterEach
    void dismiss() {
        identity().deleteUser(account);
    }

    private IdentityService identity() {
        return engine.getIdentityService();
    }

    /** A browser without pages: cookies, and the token that the webapps send along. */
    private final class Visitor {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
        private String token = "none";

        private HttpResponse<String> send(HttpRequest.Builder request) {
            request.setHeader("X-XSRF-TOKEN", token);
            try {
                return client.send(request.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        private HttpRequest.Builder to(String path) {
            return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        }

        int get(String path) {
            return send(to(path)).statusCode();
        }

        private void page() {
            get("/camunda/app/tasklist/default/");
            cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .forEach(cookie -> token = cookie.getValue());
        }

        HttpResponse<String> login(String password) {
            page();
            String form =
                    "username="
                            + account
                            + "&password="
                            + URLEncoder.encode(password, StandardCharsets.UTF_8);
            HttpResponse<String> answer =
                    send(
                            to("/camunda/api/admin/auth/user/default/login/tasklist")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(form)));
            page();
            return answer;
        }

        boolean isLoggedIn() {
            return get("/api/v1/me") == 200;
        }
    }

    private Visitor loggedIn() {
        Visitor visitor = new Visitor();
        assertThat(visitor.login(PASSWORD).statusCode()).isEqualTo(200);
        assertThat(visitor.isLoggedIn()).isTrue();
        return visitor;
    }

    @Test
    void askingManyThingsAtOnceLeavesOneLoggedIn() {
        Visitor visitor = loggedIn();
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(CompletableFuture.supplyAsync(visitor::isLoggedIn));
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isTrue());
    }

    @Test
    void pagesAskedForAtOnceCarryTheNonceOfTheirOwnHeader() {
        Visitor visitor = loggedIn();
        List<CompletableFuture<HttpResponse<String>>> pages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            pages.add(
                    CompletableFuture.supplyAsync(
                            () -> visitor.send(visitor.to("/camunda/app/tasklist/default/"))));
        }
        assertThat(pages)
                .allSatisfy(
                        page ->
                                assertThat(nonces(page.join().body()))
                                        .hasSize(1)
                                        .isEqualTo(
                                                nonces(
                                                        page.join()
                                                                .headers()
                                                                .firstValue(
                                                                        "Content-Security-Policy")
                                                                .orElseThrow())));
    }

    private static Set<String> nonces(String text) {
        return Pattern.compile("nonce[-=]\"?([\\w-]+)")
                .matcher(text)
                .results()
                .map(nonce -> nonce.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void aSessionOutlivesAChangedPasswordNowhere() {
        Visitor first = loggedIn();
        Visitor second = loggedIn();
        User user = identity().createUserQuery().userId(account).singleResult();
        user.setPassword(PASSWORD + "!");
        identity().saveUser(user);
        assertThat(first.isLoggedIn()).isFalse();
        assertThat(second.get("/materials/1")).isEqualTo(401);
        assertThat(second.isLoggedIn()).isFalse();
    }

    @Test
    void aSessionGoesOnWithoutAGroupThatWasTaken() {
        Visitor visitor = loggedIn();
        identity().deleteMembership(account, GROUP);
        assertThat(visitor.isLoggedIn()).isFalse();
    }

    @Test
    void aSessionOutlivesADeletedAccount() {
        Visitor visitor = loggedIn();
        identity().deleteUser(account);
        assertThat(visitor.isLoggedIn()).isFalse();
    }

    @Test
    void guessesSlowDownTheOneWhoGuessesAndAnAdministratorReleasesThem() {
        Visitor guesser = new Visitor();
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.login("wrong-" + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> slowed = guesser.login(PASSWORD);
        assertThat(slowed.statusCode()).as("even with the right password").isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
        Api.Answer basic = town.anybody.as(account, PASSWORD).get("/api/v1/me");
        assertThat(basic.status()).as("by the other door").isEqualTo(429);
        Api administrator = town.anybody.as("admin");
        assertThat(administrator.get("/api/v1/slowed-logins").body().findValuesAsText("account"))
                .contains(account);
        assertThat(town.supervisor.delete("/api/v1/slowed-logins/" + account).status())
                .isEqualTo(403);
        assertThat(administrator.delete("/api/v1/slowed-logins/" + account).status())
                .isEqualTo(204);
        assertThat(loggedIn().isLoggedIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "a\n2026-01-01 INFO all is well", "a\u202Etxt", "'or'1'='1"})
    void aNameThatNoAccountHasIsAWrongLoginAndNothingElse(String name) {
        for (int i = 0; i < 6; i++) {
            assertThat(town.anybody.as(name, "x").get("/api/v1/me").status()).isIn(401, 429);
        }
        assertThat(town.anybody.as("admin").get("/api/v1/slowed-logins").body().toString())
                .doesNotContain("\\u0000", "\\n", "\u202E");
    }

    @Test
    void anotherSitesPageMakesABrowserTryPasswordsOfSomebody() {
        for (int i = 0; i < 30; i++) {
            Visitor forged = new Visitor();
            int status =
                    forged.send(
                                    forged.to("/camunda/api/admin/auth/user/default/login/tasklist")
                                            .header(
                                                    "Content-Type",
                                                    "application/x-www-form-urlencoded")
                                            .POST(
                                                    HttpRequest.BodyPublishers.ofString(
                                                            "username=" + account + "&password=x")))
                            .statusCode();
            assertThat(status).isEqualTo(403);
        }
        assertThat(town.anybody.as(account, PASSWORD).get("/api/v1/human-tasks").status())
                .isEqualTo(200);
    }
}
