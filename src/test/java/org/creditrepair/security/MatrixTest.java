package org.creditrepair.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.creditrepair.Api;
import org.creditrepair.Papers;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every operation of the OpenAPI page by every role: of the own region and another, about the own
 * unit's case and another's. What is expected stands in {@code security/matrix.txt}.
 */
class MatrixTest extends ServerStory {

    private static final Path EXPECTED = Path.of("src/test/resources/security/matrix.txt");
    private static final Path SEEN = Path.of("target/security-matrix.txt");

    private static final Path ROLES = Path.of("src/main/resources/openapi/roles.yaml");
    private static final Path ROLES_SEEN = Path.of("target/roles.yaml");

    /** Columns of the file; what each account is to the case stands in its head. */
    private static final Map<String, String> ACCOUNTS = accounts();

    /** What operations that need a parameter are asked with. */
    private static final Map<String, String> QUERIES =
            Map.of(
                    "/api/v1/calendar/days", "?year=2026",
                    "/api/v1/regions/150100/subjects", "?name=none",
                    "/api/v1/calendar/deadline", "?from=2026-03-02&workingDays=3",
                    "/api/v1/regions/150100/supervision/pushes", "?sharingNo=unknown",
                    "/api/v1/regions/150100/supervision/stages", "?path=penalty-other");

    private static final String APPLICANT = "applicant";

    private final AtomicInteger mobiles = new AtomicInteger();
    private Api applicant;

    @Autowired private IdentityService identity;

    private static Map<String, String> accounts() {
        Map<String, String> accounts = new LinkedHashMap<>();
        accounts.put("anybody", null);
        accounts.put(APPLICANT, null);
        accounts.put("portal", "150100-portal");
        accounts.put("window", "150100-window");
        accounts.put("unit", "150100-credit-center");
        accounts.put("head", "150100-credit-center-head");
        accounts.put("other-unit", "150100-tax");
        accounts.put("credit-office", "150100-development-reform");
        accounts.put("supervisor", "150100-supervisor");
        accounts.put("platform", "150100-platform-gsxt");
        accounts.put("people", "people-administrator");
        accounts.put("f-portal", "360000-portal");
        accounts.put("f-window", "360000-window");
        accounts.put("f-unit", "360000-tax");
        accounts.put("f-supervisor", "360000-supervisor");
        return accounts;
    }

    @Test
    void everyRoleIsAnsweredAsTheTableSays() throws IOException {
        administrator();
        Map<String, String> seen = new TreeMap<>();
        JsonNode paths = town.anybody.get("/openapi").body().path("paths");
        paths.fields()
                .forEachRemaining(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        seen.put(
                                                                path.getKey()
                                                                        + " "
                                                                        + method.toUpperCase(
                                                                                Locale.ROOT),
                                                                row(method, path.getKey()))));
        List<String> lines = new ArrayList<>();
        lines.add("%-78s %s".formatted("operation", String.join(" ", ACCOUNTS.keySet())));
        seen.forEach((operation, row) -> lines.add("%-78s %s".formatted(operation, row)));
        Files.write(SEEN, lines);
        List<String> expected =
                Files.readAllLines(EXPECTED).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .collect(Collectors.toList());
        assertThat(lines).as("seen in %s", SEEN).containsExactlyElementsOf(expected);
        List<String> roles =
                seen.entrySet().stream().map(row -> roles(row.getKey(), row.getValue())).toList();
        Files.write(ROLES_SEEN, roles);
        assertThat(roles)
                .as("seen in %s", ROLES_SEEN)
                .containsExactlyElementsOf(
                        Files.readAllLines(ROLES).stream()
                                .filter(line -> !line.startsWith("#"))
                                .toList());
    }

    /** That nothing was there says that the role may ask, unless another role found something. */
    private static boolean may(String account, String status, String row) {
        boolean regional = row.endsWith("404");
        return status.equals("404")
                ? Set.of("401", "403", "404").containsAll(List.of(row.split(" ", -1)))
                        && !(regional && account.equals("people"))
                : !Set.of("401", "403").contains(status);
    }

    /** Who may ask for an operation, as the OpenAPI page says. */
    private static String roles(String operation, String row) {
        String[] parts = operation.split(" ", -1);
        List<String> accounts = List.copyOf(ACCOUNTS.keySet());
        String[] statuses = row.split(" ", -1);
        List<String> may = new ArrayList<>();
        for (int i = 0; i < statuses.length; i++) {
            String account = accounts.get(i);
            boolean ofTheRegion = !account.startsWith("f-") && !account.equals("other-unit");
            if (ofTheRegion && may(account, statuses[i], row)) {
                may.add(account);
            }
        }
        return "%s %s: [%s]"
                .formatted(
                        parts[1],
                        parts[0],
                        may.contains("anybody") ? "anybody" : String.join(", ", may));
    }

    /** An administrator of people who plays no part in any region. */
    private void administrator() {
        if (identity.createUserQuery().userId("people-administrator").count() == 0) {
            User user = identity.newUser("people-administrator");
            user.setPassword("Who-Administers-1");
            identity.saveUser(user);
            identity.createMembership(user.getId(), "camunda-admin");
        }
    }

    /** The statuses of an operation, each about a case of its own. */
    private String row(String method, String path) {
        Map<String, String> about = fixtures(path);
        String filled = path;
        for (Map.Entry<String, String> one : about.entrySet()) {
            filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        }
        assertThat(filled).as("every variable is known").doesNotContain("{");
        List<String> statuses = new ArrayList<>();
        for (Map.Entry<String, String> account : ACCOUNTS.entrySet()) {
            Api asked = asked(account.getKey(), account.getValue(), filled, about);
            statuses.add(String.valueOf(ask(asked, method.toUpperCase(Locale.ROOT), filled)));
        }
        return String.join(" ", statuses);
    }

    /** Who asks; whoever logs out is not asked again. */
    private Api asked(
            String role, @Nullable String account, String path, Map<String, String> about) {
        if (role.equals(APPLICANT)) {
            if (path.contains(about.getOrDefault("applicationNo", "none"))) {
                return ofCase(about);
            }
            if (applicant == null || path.endsWith("/logout")) {
                applicant = ofMobile();
            }
            Api asking = applicant;
            applicant = path.endsWith("/logout") ? null : asking;
            return asking;
        }
        if (account == null) {
            return town.anybody;
        }
        return role.equals("people")
                ? town.anybody.as(account, "Who-Administers-1")
                : town.anybody.as(account);
    }

    /** The applicant of a case, by the code sent to its mobile. */
    private Api ofCase(Map<String, String> about) {
        return withCode(
                "/api/v1/progress/" + about.get("progressCode"),
                "/codes",
                "/logins",
                Map.of(),
                () -> town.sentCode(about.get("applicationNo")));
    }

    /** Somebody about to apply, by the code sent to a mobile. */
    private Api ofMobile() {
        String mobile = String.valueOf(13_900_100_000L + mobiles.incrementAndGet());
        return withCode(
                "/api/v1/regions/150100",
                "/mobile-codes",
                "/mobile-logins",
                Map.of("mobile", mobile),
                () -> town.codeSentTo(mobile));
    }

    private Api withCode(
            String base,
            String codes,
            String logins,
            Map<String, Object> who,
            Supplier<String> code) {
        town.anybody.post(base + codes, who).done();
        Map<String, Object> login = new HashMap<>(who);
        login.put("code", code.get());
        return town.anybody.withToken(
                town.anybody.post(base + logins, login).body().path("token").asText());
    }

    /** Asks in the form that the operation takes, so that it is the role that is answered. */
    private static int ask(Api asked, String method, String path) {
        if (method.equals("POST") && path.matches("/api/v1/materials|.*/rules/preview|.*/checks")) {
            return asked.uploadTo(path, "试.txt", new byte[] {1}).status();
        }
        if (method.equals("POST") && path.matches("/api/v1/calendar/changes(/preview)?")) {
            return asked.send(path + "?year=1&source=x", "text/plain", new byte[] {'x'}).status();
        }
        String body = path.matches(".*/(batch|completions|officers)") ? "[]" : "{}";
        return asked.ask(method, path + QUERIES.getOrDefault(path, ""), body).status();
    }

    private Map<String, String> fixtures(String path) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("region", "150100");
        about.put("item", "penalty-other");
        about.put("account", "nobody");
        about.put("unit", "credit-center");
        about.put("month", "2026-01");
        about.put("year", "2026");
        about.put("itemNo", "1");
        about.put("id", "999999");
        about.put("idempotencyKey", "unknown");
        about.put("uscc", Town.uscc());
        if (path.contains("{recordNo}")) {
            about.put("recordNo", record().get("recordNo").toString());
        }
        if (path.contains("/hotline/{id}")) {
            about.put("id", asked().path("id").asText());
        }
        if (path.contains("/hotline/{code}")) {
            about.put("code", asked().path("code").asText());
        }
        if (path.contains("/record-requests/{id}")) {
            about.put("id", objected());
        }
        if (path.contains("/papers/{code}")) {
            about.put("code", issued());
        }
        if (path.contains("/collections/{id}")) {
            about.put("id", delivered());
        }
        if (path.contains("/materials/{id}")
                || path.contains("{applicationNo}")
                || path.contains("{caseKey}")
                || path.contains("{taskId}")
                || path.contains("{progressCode}")) {
            ofCase(path, about);
        }
        return about;
    }

    private void ofCase(String path, Map<String, String> about) {
        Map<String, Object> application = town.application(List.of(record()));
        Api.Answer answer = town.portal.post("/api/v1/regions/150100/applications", application);
        String no = answer.body().path("applicationNo").asText();
        about.put("applicationNo", no);
        about.put("caseKey", no + "-1");
        about.put("progressCode", answer.body().path("progressCode").asText());
        about.put(
                "taskId", town.task(no + "-1", "acceptance", "credit-center").path("id").asText());
        if (path.contains("/documents/{id}")) {
            about.put("id", "1-commitment");
        }
        if (path.contains("/materials/{id}")) {
            about.put(
                    "id",
                    jdbc.sql("select material_id from item_material where application_no = ?")
                            .param(no)
                            .query(String.class)
                            .single());
        }
    }

    /** The code of a paper. */
    private String issued() {
        String no = town.applied(town.application(List.of(record())));
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        byte[] paper =
                town.portal.get("/api/v1/applications/" + no + "/documents/1-acceptance").bytes();
        return Papers.text(paper).replaceAll(".*验证码：([2-9A-Z]{16}).*", "$1");
    }

    private Map<String, Object> record() {
        return town.collected(
                Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
    }

    private JsonNode asked() {
        return town.portal
                .post(
                        "/api/v1/regions/150100/hotline",
                        Map.of(
                                "type",
                                "CONSULTATION",
                                "name",
                                "虚构来电人",
                                "mobile",
                                "13800000000",
                                "content",
                                "如何修复？",
                                "item",
                                "penalty-other"))
                .body();
    }

    private String objected() {
        Map<String, Object> record = record();
        return town.portal
                .post(
                        "/api/v1/regions/150100/records/" + record.get("recordNo") + "/objections",
                        Map.of(
                                "uscc",
                                ((Map<?, ?>) record.get("subject")).get("uscc"),
                                "about",
                                "CONTENT",
                                "reason",
                                "有误"))
                .body()
                .path("id")
                .asText();
    }

    private String delivered() {
        return town.unit("credit-center")
                .send(
                        "/api/v1/regions/150100/collections?dataset=PENALTY",
                        "text/csv",
                        "行政相对人名称\n虚构".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .body()
                .path("id")
                .asText();
    }
}
