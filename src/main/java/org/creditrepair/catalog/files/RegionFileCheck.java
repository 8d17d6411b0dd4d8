package org.creditrepair.catalog.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.lang3.EnumUtils;
import org.creditrepair.catalog.document.MessageKind;
import org.creditrepair.catalog.document.MessageTemplate;
import org.springframework.core.io.ClassPathResource;

/** Checks the text of a region file: first by its schema, then that its references hold. */
final class RegionFileCheck {

    private final NodeReader reader = NodeReader.builder().locationAware().build();
    private final Schema schema = schema();

    /**
     * The errors, each with its line; empty if the file is valid.
     *
     * @throws JsonProcessingException if the text is not YAML
     */
    List<String> check(String text) throws JsonProcessingException {
        JsonNode file = read(text);
        List<String> wrong =
                schema.validate(file).stream()
                        .map(
                                error ->
                                        at(
                                                error.getInstanceNode(),
                                                error.getInstanceLocation()
                                                        + " "
                                                        + error.getMessage()))
                        .toList();
        return wrong.isEmpty() ? references(file) : wrong;
    }

    private List<String> references(JsonNode file) {
        List<String> wrong = new ArrayList<>();
        Set<String> units = unique(file.path("units"), "单位", wrong);
        unique(file.path("divisions"), "行政区划", wrong);
        unique(file.path("platforms"), "平台", wrong);
        unique(file.path("items"), "修复事项", wrong);
        Stream<JsonNode> named =
                Stream.concat(
                        Stream.of(file.path("creditOffice")),
                        elements(file.path("items"))
                                .flatMap(
                                        item ->
                                                Stream.concat(
                                                        elements(item.path("units")),
                                                        Stream.of(
                                                                item.at(
                                                                        "/review/preliminaryUnit")))));
        named.filter(unit -> !unit.isMissingNode())
                .filter(unit -> !units.contains(unit.asText()))
                .forEach(unit -> wrong.add(at(unit, "无此单位 " + unit.asText())));
        elements(file.path("items"))
                .filter(
                        item ->
                                elements(item.path("rules")).filter(r -> !r.has("from")).count()
                                        != 1)
                .forEach(
                        item ->
                                wrong.add(
                                        at(
                                                item.path("rules"),
                                                item.path("code").asText()
                                                        + " 须有且只有一组起始规则（不写 from）")));
        file.at("/common/messages").properties().forEach(own -> message(own, wrong));
        return wrong;
    }

    private static void message(Map.Entry<String, JsonNode> own, List<String> wrong) {
        if (!EnumUtils.isValidEnum(MessageKind.class, own.getKey())) {
            wrong.add(at(own.getValue(), "没有这种告知 " + own.getKey()));
            return;
        }
        try {
            MessageTemplate.of(MessageKind.valueOf(own.getKey()), own.getValue().asText());
        } catch (IllegalArgumentException e) {
            wrong.add(at(own.getValue(), String.valueOf(e.getMessage())));
        }
    }

    private static Set<String> unique(JsonNode list, String what, List<String> wrong) {
        Set<String> codes = new HashSet<>();
        elements(list)
                .map(element -> element.path("code"))
                .filter(code -> !codes.add(code.asText()))
                .forEach(code -> wrong.add(at(code, what + "代码重复 " + code.asText())));
        return codes;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String at(JsonNode node, String reason) {
        JsonLocation location = JsonNodes.tokenStreamLocationOf(node);
        return " 第 " + (location == null ? 1 : location.getLineNr()) + " 行：" + reason;
    }

    private JsonNode read(String text) throws JsonProcessingException {
        try {
            return reader.readTree(text, InputFormat.YAML);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema() {
        SchemaRegistryConfig chinese =
                SchemaRegistryConfig.builder()
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .formatAssertionsEnabled(true)
                        .build();
        try {
            return SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12,
                            registry -> registry.schemaRegistryConfig(chinese))
                    .getSchema(
                            new ClassPathResource("regions/region-schema.json").getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
