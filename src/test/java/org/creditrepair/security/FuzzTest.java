package org.creditrepair.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sends every operation of the OpenAPI page what no client would: wrong types, odd numbers, deep
 * nesting, control characters, expressions and statements, in bodies, paths, parameters and
 * headers. Nothing is answered with 500, and no answer names a class or a statement. Every run
 * tries the same.
 */
@Tag("postgresql")
class FuzzTest extends ServerStory {

    private static final int BODIES = 14;

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "a\u0000b",
                    "\u202E",
                    "\uD800",
                    "\uFFFF",
                    "' or '1'='1",
                    "'; drop table push; --",
                    "${7*7}",
                    "#{T(Runtime).getRuntime()}",
                    "<script>alert(1)</script>",
                    "../../etc/passwd",
                    "%00",
                    "9".repeat(40),
                    "x".repeat(5000),
                    "2026-02-30",
                    "0000-01-01",
                    "+999999999-12-31",
                    "NaN",
                    "null",
                    "虚构");

    private static final List<String> NUMBERS =
            List.of(
                    "-1",
                    "0",
                    "1e400",
                    "2147483648",
                    "-9223372036854775809",
                    "0.1",
                    "999999999999999999999999");

    private final Random random = new Random(20_260_302);

    @Test
    void nothingIsAnsweredWithAnErrorOfTheServer() {
        JsonNode page = town.anybody.get("/openapi").body();
        Map<String, String> wrong = new TreeMap<>();
        List<Api> accounts =
                List.of(
                        town.anybody,
                        town.portal,
                        town.unit("credit-center"),
                        town.unit("window"),
                        town.supervisor,
                        town.unit("platform-gsxt"),
                        town.anybody.as("admin"));
        page.path("paths")
                .fields()
                .forEachRemaining(
                        path ->
                                path.getValue()
                                        .fields()
                                        .forEachRemaining(
                                                method ->
                                                        fuzz(
                                                                page,
                                                                path.getKey(),
                                                                method.getKey()
                                                                        .toUpperCase(Locale.ROOT),
                                                                method.getValue(),
                                                                accounts,
                                                                wrong)));
        assertThat(wrong).isEmpty();
    }

    private void fuzz(
            JsonNode page,
            String path,
            String method,
            JsonNode operation,
            List<Api> accounts,
            Map<String, String> wrong) {
        JsonNode schema =
                operation
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema");
        for (int i = 0; i < BODIES; i++) {
            Api account = accounts.get(random.nextInt(accounts.size()));
            String filled = filled(path, i) + query(operation);
            String body = schema.isMissingNode() ? "" : body(page, schema, i);
            Api.Answer answer;
            try {
                answer = account.ask(method, filled, body);
            } catch (IllegalArgumentException e) {
                continue;
            }
            String text =
                    answer.status() >= 400
                            ? answer.text().replace(answer.body().path("instance").toString(), "")
                            : "";
            if (answer.status() >= 500
                    || text.contains("org.creditrepair")
                    || text.contains("java.")
                    || text.contains("select ")
                    || text.contains("insert ")) {
                wrong.put(method + " " + path, answer.status() + " " + filled + " " + body + text);
            }
        }
    }

    /** The region is mostly the right one, so that more than its check is reached. */
    private String filled(String path, int round) {
        String filled = path.replace("{region}", round % 5 == 4 ? encoded(text()) : "150100");
        while (filled.contains("{")) {
            String value = round % 2 == 0 ? encoded(text()) : String.valueOf(random.nextInt(9));
            filled =
                    filled.replaceFirst(
                            "\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(value));
        }
        return filled;
    }

    private String query(JsonNode operation) {
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query") && random.nextInt(3) > 0) {
                String value = random.nextBoolean() ? text() : number();
                query.add(parameter.path("name").asText() + "=" + encoded(value));
            }
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private static String encoded(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.isEmpty() ? "%20" : encoded;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String number() {
        return NUMBERS.get(random.nextInt(NUMBERS.size()));
    }

    /** Bodies of the right shape with odd values, and now and then of no shape at all. */
    private String body(JsonNode page, JsonNode schema, int round) {
        return switch (round) {
            case 0 -> "[".repeat(3000);
            case 1 -> "{\"a\":".repeat(1200) + "1" + "}".repeat(1200);
            case 2 -> number();
            default -> value(page, schema, 0).toString().replace("\"#number\"", number());
        };
    }

    private JsonNode value(JsonNode page, JsonNode schema, int depth) {
        JsonNode known = resolved(page, schema);
        int chance = random.nextInt(12);
        if (chance == 0 || depth > 6) {
            return Api.JSON.getNodeFactory().textNode(text());
        }
        if (chance == 1) {
            return Api.JSON.getNodeFactory().nullNode();
        }
        if (chance == 2) {
            return Api.JSON.getNodeFactory().textNode("#number");
        }
        if (known.path("type").asText().equals("array")) {
            ArrayNode array = Api.JSON.createArrayNode();
            for (int i = 0; i <= random.nextInt(3); i++) {
                array.add(value(page, known.path("items"), depth + 1));
            }
            return array;
        }
        if (known.has("properties")) {
            ObjectNode object = Api.JSON.createObjectNode();
            known.path("properties")
                    .fields()
                    .forEachRemaining(
                            field ->
                                    object.set(
                                            field.getKey(),
                                            value(page, field.getValue(), depth + 1)));
            return object;
        }
        if (known.path("type").asText().equals("boolean")) {
            return Api.JSON.getNodeFactory().booleanNode(random.nextBoolean());
        }
        return Api.JSON.getNodeFactory().textNode(text());
    }

    private static JsonNode resolved(JsonNode page, JsonNode schema) {
        String ref = schema.path("$ref").asText();
        return ref.isEmpty()
                ? schema
                : page.path("components")
                        .path("schemas")
                        .path(ref.substring(ref.lastIndexOf('/') + 1));
    }

    @Test
    void oddHeadersAreRefusedAndNothingElse() {
        for (String name :
                List.of("Idempotency-Key", "Accept", "Accept-Language", "X-XSRF-TOKEN")) {
            for (String value : List.of("x".repeat(7000), "%00%ff", "';--", "${7*7}", "*/*;q=x")) {
                Api.Answer answer =
                        town.portal.post(
                                "/api/v1/regions/150100/applications", "{}", Map.of(name, value));
                assertThat(answer.status()).as(name + " " + value).isLessThan(500);
            }
        }
        Api.Answer charset =
                town.portal.send(
                        "/api/v1/regions/150100/applications",
                        "application/json; charset=nonsense",
                        "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(charset.status()).isLessThan(500);
        for (String type : List.of("application/xml", "text/plain", "multipart/form-data", "x")) {
            assertThat(
                            town.portal
                                    .send(
                                            "/api/v1/materials",
                                            type,
                                            "{}".getBytes(StandardCharsets.UTF_8))
                                    .status())
                    .as(type)
                    .isLessThan(500);
        }
    }
}
