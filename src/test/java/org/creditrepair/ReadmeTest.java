package org.creditrepair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.ItemRules;
import org.creditrepair.catalog.PlatformEvent;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RegionPlatform;
import org.creditrepair.catalog.RepairItem;
import org.creditrepair.workflow.rules.DmnRuleTables;
import org.junit.jupiter.api.Test;

/** The README says what the catalogue and the models say. */
class ReadmeTest {

    private static final String REGION_OF_TESTS = "999900";

    private final String readme = read();

    @Test
    void theTableOfPathsIsThatOfTheCatalogueAndTheModels() {
        String table =
                Catalog.ofFiles(new DmnRuleTables()).regions().stream()
                        .filter(region -> !region.code().value().equals(REGION_OF_TESTS))
                        .flatMap(
                                region ->
                                        region.items().stream()
                                                .filter(item -> Files.exists(model(item)))
                                                .map(item -> row(region, item)))
                        .collect(Collectors.joining("\n"));
        assertThat(readme).contains("|---|---|---|---|---|---|---|---|\n" + table + "\n\n");
    }

    @Test
    void theTableOfPlatformsIsThatOfTheCatalogue() {
        String table =
                Catalog.ofFiles(new DmnRuleTables()).regions().stream()
                        .filter(region -> !region.code().value().equals(REGION_OF_TESTS))
                        .flatMap(
                                region ->
                                        region.platforms().stream()
                                                .map(platform -> row(region, platform)))
                        .collect(Collectors.joining("\n"));
        assertThat(readme).contains("|---|---|---|---|---|\n" + table + "\n\n");
    }

    @Test
    void theWorkersItShowsAreThoseThatAreTested() throws IOException {
        assertThat(readme).contains(Files.readString(Path.of("src/test/javascript/worker.mjs")));
        String worker =
                Files.readString(Path.of("src/test/java/org/creditrepair/worker/Worker.java"));
        String deliver =
                worker.substring(
                        worker.indexOf("    private void deliver("),
                        worker.indexOf("    @Override\n    public void close"));
        assertThat(readme).contains(deliver.stripTrailing().stripIndent());
    }

    @Test
    void everyFileItPointsToIsThere() {
        assertThat(readme.lines().flatMap(ReadmeTest::links))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Path.of(link)).exists());
    }

    @Test
    void everyModelIsLinkedWithItsPicture() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".bpmn")))
                    .allSatisfy(
                            model -> {
                                String name = model.getFileName().toString().replace(".bpmn", "");
                                assertThat(readme)
                                        .contains("](" + model + ")")
                                        .contains("](src/docs/models/" + name + ".svg)");
                            });
        }
    }

    private static Stream<String> links(String line) {
        return Pattern.compile("]\\(((?!http)[^)#]+)\\)")
                .matcher(line)
                .results()
                .map(link -> link.group(1));
    }

    private static Path model(RepairItem item) {
        return Path.of("processes", "paths", item.path() + ".bpmn");
    }

    private static String row(Region region, RepairItem item) {
        ItemRules rules = item.rules().get(item.rules().size() - 1);
        Path model = model(item);
        String tasks =
                Bpmn.readModelFromFile(model.toFile())
                        .getModelElementsByType(UserTask.class)
                        .stream()
                        .map(BaseElement::getId)
                        .collect(Collectors.joining(", "));
        String platforms =
                region.platforms().stream()
                        .map(RegionPlatform::code)
                        .collect(Collectors.joining(", "));
        return "| %s %s | [%s](%s) [图](%s) | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        region.code(),
                        region.name(),
                        item.path(),
                        model,
                        "src/docs/models/" + item.path() + ".svg",
                        item.name(),
                        region.reviewUnit(item, null).name(),
                        days(rules.acceptWorkingDays()),
                        days(rules.decideWorkingDays()),
                        tasks,
                        platforms);
    }

    private static String row(Region region, RegionPlatform platform) {
        return "| %s %s | %s | %s | %s | %s |"
                .formatted(
                        region.code(),
                        region.name(),
                        platform.code(),
                        platform.name(),
                        platform.events().stream()
                                .map(PlatformEvent::text)
                                .collect(Collectors.joining("、")),
                        days(platform.limitWorkingDays()));
    }

    private static String days(Integer limit) {
        return limit == null ? "—" : limit.toString();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
