package org.creditrepair.workflow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.workflow.process.ProcessVariables;
import org.creditrepair.workflow.rules.DmnRuleTables;
import org.junit.jupiter.api.Test;

/** The clerk's form (联办申请表) takes every paper and every ground of every item of every region. */
class WindowFormTest {

    private static JsonNode component(JsonNode components, String key) {
        return StreamSupport.stream(components.spliterator(), false)
                .filter(one -> key.equals(one.path("key").asText(one.path("path").asText())))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> keys(JsonNode components) {
        return StreamSupport.stream(components.spliterator(), false)
                .map(one -> one.path("key").asText(one.path("path").asText()))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode form() throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("forms/joint-application.form").toFile())
                .path("components");
    }

    @Test
    void itHasAFieldForEveryPaperThatAnyItemTakes() throws IOException {
        Catalog catalog = Catalog.ofFiles(new DmnRuleTables());
        Set<String> papers =
                catalog.regions().stream()
                        .filter(region -> !region.code().value().equals("999900"))
                        .flatMap(region -> region.items().stream())
                        .flatMap(item -> catalog.knownMaterials(item).keySet().stream())
                        .map(IntakeReader::materialField)
                        .collect(Collectors.toCollection(TreeSet::new));
        for (String item : ProcessVariables.INTAKE_ITEMS) {
            Set<String> fields = keys(component(form(), item).path("components"));
            assertThat(fields).as(item).containsAll(papers);
            fields.removeAll(papers);
            assertThat(fields)
                    .as(item)
                    .containsExactlyInAnyOrder(
                            "recordNo",
                            "ground",
                            "obligationsFulfilledOn",
                            "shieldUntil",
                            "reason");
        }
    }

    @Test
    void itOffersEveryGroundOfAnApplicant() throws IOException {
        for (String item : ProcessVariables.INTAKE_ITEMS) {
            JsonNode ground = component(component(form(), item).path("components"), "ground");
            assertThat(ground.path("values"))
                    .as(item)
                    .extracting(
                            one -> one.path("value").asText() + " " + one.path("label").asText())
                    .containsExactlyElementsOf(
                            Arrays.stream(Ground.values())
                                    .filter(one -> one != Ground.OWN_MOTION)
                                    .map(one -> one.name() + " " + one.text())
                                    .toList());
        }
    }

    @Test
    void itsFieldsAreThoseThatAreTakenIn() throws IOException {
        Set<String> fields = keys(form());
        fields.remove(ProcessVariables.REGION);
        assertThat(fields).containsExactlyInAnyOrderElementsOf(ProcessVariables.INTAKE_FIELDS);
    }
}
