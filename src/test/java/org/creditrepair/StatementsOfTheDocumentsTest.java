package org.creditrepair;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the five documents names code and tests that are there. */
class StatementsOfTheDocumentsTest {

    private static final Path PAGE = Path.of("src/docs/documents.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Map<String, Integer> STATEMENTS =
            Map.of("620000", 46, "150100", 85, "150300", 50, "330000", 37, "360000", 53);

    /**
     * A row of the page.
     *
     * @param where code that does it
     * @param test that shows it, or why none does
     */
    private record Row(
            String region, String no, String place, String said, String where, String test) {

        @Override
        public String toString() {
            return region + " " + no + " " + place;
        }
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        String region = "";
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("## ")) {
                region = line.replaceFirst("\\D*(\\d{6}).*", "$1");
            } else if (line.matches("\\| \\d+ \\|.*")) {
                String[] cells = line.split("\\|", 7);
                rows.add(
                        new Row(
                                region,
                                cells[1].strip(),
                                cells[2].strip(),
                                cells[3].strip(),
                                cells[4].strip(),
                                cells[5].strip()));
            }
        }
        return rows;
    }

    private static List<String> names(String cell) {
        return CODE.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(n -> n.replace("`", ""))
                .toList();
    }

    private static Map<String, String> sources(String root) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            Map<String, String> sources = new LinkedHashMap<>();
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                sources.put(
                        file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
            return sources;
        }
    }

    @Test
    void everyStatementHasItsRow() throws IOException {
        Map<String, List<Row>> byRegion =
                rows().stream().collect(Collectors.groupingBy(Row::region));
        STATEMENTS.forEach(
                (region, count) ->
                        assertThat(byRegion.get(region))
                                .as(region)
                                .extracting(Row::no)
                                .containsExactlyElementsOf(
                                        Stream.iterate(1, n -> n + 1)
                                                .limit(count)
                                                .map(String::valueOf)
                                                .toList()));
        assertThat(byRegion.keySet()).isEqualTo(STATEMENTS.keySet());
    }

    @Test
    void whatARowSaysDoesItIsThere() throws IOException {
        Set<String> classes = sources("src/main/java").keySet();
        Set<String> operations = operations();
        List<String> lost = new ArrayList<>();
        for (Row row : rows()) {
            List<String> names = names(row.where());
            if (names.isEmpty() || row.said().isBlank()) {
                lost.add(row.toString());
            }
            for (String name : names) {
                boolean file = name.contains("/") && Files.exists(Path.of(name));
                if (!file && !classes.contains(name) && !operations.contains(name)) {
                    lost.add(row + ": " + name);
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    private static Set<String> operations() throws IOException {
        Set<String> operations = new TreeSet<>();
        JsonNode paths =
                new ObjectMapper()
                        .readTree(Path.of("src/docs/openapi.json").toFile())
                        .path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations.add(
                        operation.getKey().toUpperCase(Locale.ROOT)
                                + " "
                                + path.getKey().replaceFirst("^/api/v1", ""));
            }
        }
        return operations;
    }

    @Test
    void theTestThatARowNamesIsThereOrItSaysWhyNoneIs() throws IOException {
        Map<String, String> tests = sources("src/test/java");
        List<String> lost = new ArrayList<>();
        for (Row row : rows()) {
            boolean why = row.test().startsWith("— ") && row.test().length() > 20;
            List<String> names = names(row.test());
            if (!why && names.isEmpty()) {
                lost.add(row.toString());
            }
            for (String name : why ? List.<String>of() : names) {
                int at = name.indexOf('#');
                String source = tests.getOrDefault(name.substring(0, Math.max(at, 0)), "");
                if (!source.contains(" void " + name.substring(at + 1) + "(")) {
                    lost.add(row + ": " + name);
                }
            }
        }
        assertThat(lost).isEmpty();
    }
}
