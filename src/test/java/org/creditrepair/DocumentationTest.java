package org.creditrepair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.workflow.rules.DmnRuleTables;
import org.junit.jupiter.api.Test;

/** The README and the pages in {@code src/docs} say what the catalogue and the models say. */
class DocumentationTest {

    private static final String REGION_OF_TESTS = "999900";

    private static final Path DOCS = Path.of("src/docs");

    private final String paths = read(DOCS.resolve("paths.md"));
    private final String connectors = read(DOCS.resolve("connectors.md"));

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
        assertThat(paths).contains("|---|---|---|---|---|---|---|---|\n" + table + "\n\n");
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
        assertThat(connectors).contains("|---|---|---|---|---|\n" + table + "\n\n");
    }

    @Test
    void theWorkersItShowsAreThoseThatAreTested() throws IOException {
        assertThat(connectors)
                .contains(Files.readString(Path.of("src/test/javascript/worker.mjs")));
        String worker =
                Files.readString(Path.of("src/test/java/org/creditrepair/worker/Worker.java"));
        String deliver =
                worker.substring(
                        worker.indexOf("    private void deliver("),
                        worker.indexOf("    @Override\n    public void close"));
        assertThat(connectors).contains(deliver.stripTrailing().stripIndent());
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(150);
    }

    @Test
    void everyFileAPagePointsToIsThere() throws IOException {
        for (Path page : pages()) {
            List<Path> links =
                    Files.readAllLines(page).stream().flatMap(line -> links(page, line)).toList();
            assertThat(links).as(page.toString()).allSatisfy(link -> assertThat(link).exists());
        }
    }

    @Test
    void everyPageIsLinkedFromTheReadme() throws IOException {
        String readme = read(Path.of("README.md"));
        for (Path page : pages()) {
            if (page.startsWith(DOCS)) {
                assertThat(readme).contains("](" + page + ")");
            }
        }
    }

    @Test
    void everyModelIsLinkedWithItsPicture() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".bpmn")))
                    .allSatisfy(
                            model -> {
                                String name = model.getFileName().toString().replace(".bpmn", "");
                                assertThat(paths)
                                        .contains("](../../" + model + ")")
                                        .contains("](models/" + name + ".svg)");
                            });
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            files.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static Stream<Path> links(Path page, String line) {
        return Pattern.compile("]\\(((?!http)[^)#]+)\\)")
                .matcher(line)
                .results()
                .map(link -> page.resolveSibling(link.group(1)).normalize());
    }

    private static Path model(RepairItem item) {
        return Path.of("processes", "paths", item.path() + ".bpmn");
    }

    /** The units of an item; of very many the first, and how many there are. */
    private static String reviewers(Region region, RepairItem item) {
        List<String> names =
                item.units().stream().map(region::unit).map(unit -> unit.name()).toList();
        return names.size() > 6
                ? names.get(0) + " 等 " + names.size() + " 个单位"
                : String.join("、", names);
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
                        "../../" + model,
                        "models/" + item.path() + ".svg",
                        item.name(),
                        reviewers(region, item),
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

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
