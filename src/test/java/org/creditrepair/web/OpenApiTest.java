package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.creditrepair.ServerStory;
import org.junit.jupiter.api.Test;

/** The description of the REST interface. */
class OpenApiTest extends ServerStory {

    private static final Path KEPT = Path.of("src/docs/openapi.json");
    private static final Path SERVED = Path.of("target/openapi.json");

    /** A change of the interface is seen in the change of the file. */
    @Test
    void theOneServedIsTheOneKept() throws IOException {
        Map<String, Object> api =
                new TreeMap<>(
                        new ObjectMapper()
                                .convertValue(
                                        town.anybody.get("/openapi").body(),
                                        new TypeReference<Map<String, Object>>() {}));
        api.remove("servers");
        String served =
                new ObjectMapper()
                                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                                .writer(
                                        new DefaultPrettyPrinter()
                                                .withObjectIndenter(
                                                        new DefaultIndenter("  ", "\n")))
                                .writeValueAsString(api)
                        + "\n";
        Files.writeString(SERVED, served);
        assertThat(served)
                .as("after a change of the interface copy %s to %s", SERVED, KEPT)
                .isEqualTo(Files.readString(KEPT));
    }

    @Test
    void theOpenApiPageDescribesEveryAddress() {
        JsonNode paths = town.anybody.get("/openapi").body().path("paths");
        assertThat(paths).isNotEmpty();
        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                assertThat(operation.path("summary").asText()).matches(".*\\p{IsHan}.*");
            }
        }
        assertThat(town.anybody.get("/openapi/ui").status()).isIn(200, 302);
    }

    @Test
    void theOpenApiPageExplainsEveryFieldAndTheAnswerToErrors() {
        JsonNode api = town.anybody.get("/openapi").body();
        JsonNode schemas = api.path("components").path("schemas");
        assertThat(schemas.path("CollectedRecord").path("required")).isNotEmpty();
        schemas.fields()
                .forEachRemaining(
                        schema ->
                                schema.getValue()
                                        .path("properties")
                                        .fields()
                                        .forEachRemaining(
                                                field ->
                                                        assertThat(
                                                                        field.getValue()
                                                                                .path("description")
                                                                                .asText())
                                                                .as(
                                                                        schema.getKey()
                                                                                + "."
                                                                                + field.getKey())
                                                                .matches(
                                                                        ".*\\p{IsHan}.*|.*SHA-256.*")));
        for (JsonNode path : api.path("paths")) {
            for (JsonNode operation : path) {
                String name = operation.path("operationId").asText();
                assertThat(operation.path("responses").has("503")).as(name).isTrue();
                for (JsonNode parameter : operation.path("parameters")) {
                    assertThat(parameter.path("description").asText())
                            .as(name + " " + parameter.path("name").asText())
                            .isNotEmpty();
                }
            }
        }
        for (JsonNode refusal : api.path("components").path("responses")) {
            JsonNode example = refusal.at("/content/application~1problem+json/example");
            assertThat(example.path("status").asInt()).isBetween(400, 599);
            assertThat(example.path("title").asText()).isNotEmpty();
        }
    }

    /** Whoever reads an answer on the page sees what stands in it, not its type. */
    @Test
    void everyTextOfAnAnswerHasAnExample() {
        List<String> missing = new ArrayList<>();
        JsonNode schemas = town.anybody.get("/openapi").body().path("components").path("schemas");
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            for (Map.Entry<String, JsonNode> field :
                    schema.getValue().path("properties").properties()) {
                JsonNode of = field.getValue();
                boolean text =
                        of.path("type").asText().equals("string")
                                || of.path("items").path("type").asText().equals("string")
                                        && !of.path("items").has("enum");
                if (text && !of.has("enum") && !of.has("example") && !isFile(of)) {
                    missing.add(schema.getKey() + "." + field.getKey());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isFile(JsonNode field) {
        return List.of("binary", "byte").contains(field.path("format").asText());
    }

    /** Each body has an example whose fields are all known, each place in an address one too. */
    @Test
    void whatIsAskedForHasAnExample() {
        JsonNode api = town.anybody.get("/openapi").body();
        List<String> missing = new ArrayList<>();
        for (JsonNode path : api.path("paths")) {
            for (JsonNode operation : path) {
                String name = operation.path("operationId").asText();
                JsonNode body =
                        operation.path("requestBody").path("content").path("application/json");
                if (body.has("schema")
                        && !isExplained(api, body.path("schema"), body.path("example"))) {
                    missing.add(name);
                }
                for (JsonNode parameter : operation.path("parameters")) {
                    boolean named = List.of("id", "code").contains(parameter.path("name").asText());
                    if (parameter.path("in").asText().equals("path")
                            && !named
                            && !parameter.has("example")) {
                        missing.add(name + " " + parameter.path("name").asText());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isExplained(JsonNode api, JsonNode schema, JsonNode example) {
        if (schema.has("items")) {
            return example.isArray()
                    && !example.isEmpty()
                    && isExplained(api, schema.path("items"), example.get(0));
        }
        if (!schema.has("$ref")) {
            return true;
        }
        JsonNode known = api.at(schema.path("$ref").asText().substring(1)).path("properties");
        for (Map.Entry<String, JsonNode> field : example.properties()) {
            if (!known.has(field.getKey())
                    || !isExplained(api, known.path(field.getKey()), field.getValue())) {
                return false;
            }
        }
        return example.isObject();
    }
}
