package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.creditrepair.catalog.model.RepairPath;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/**
 * The lists that share one graph, and their models rendered from {@code src/models/listing.bpmn},
 * what {@code listings.yaml} says is their own, and their conditions in the tables of rules.
 */
public final class ModelSources {

    private static final Path SOURCES = Path.of("src", "models");
    private static final Path RULES = Path.of("processes", "rules");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern BLANK_LINE = Pattern.compile("(?m)^\\s*\\n");

    /** Characters that need no escape; Thymeleaf writes all beyond ASCII so. */
    private static final Pattern ESCAPED = Pattern.compile("&#x([0-9a-f]{4});");

    private static final SpringTemplateEngine TEMPLATES = templates();

    /** What is a list's own, as {@code listings.yaml} describes it. */
    private record Listing(
            String name,
            String documentation,
            @Nullable String verification,
            String remedy,
            String ends,
            boolean fullTerm,
            @Nullable String limit) {}

    private ModelSources() {}

    private static Map<String, Listing> listings() throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readValue(
                        SOURCES.resolve("listings.yaml").toFile(),
                        new TypeReference<LinkedHashMap<String, Listing>>() {});
    }

    /** The keys of the models that are rendered. */
    public static List<String> keys() throws IOException {
        return List.copyOf(listings().keySet());
    }

    /** The model of a list. */
    static String rendered(String key) throws IOException {
        return rendered(key, listings().get(key));
    }

    private static String rendered(String key, Listing listing) {
        Context context = new Context();
        context.setVariable("key", key);
        context.setVariable("list", listing);
        context.setVariable("conditions", String.join("\n", conditions(RepairPath.of(key))));
        String whole = listing.limit();
        context.setVariable(
                "acceptanceLimit", "${" + (whole == null ? "acceptanceLimit" : whole) + "}");
        context.setVariable(
                "decisionLimit", "${" + (whole == null ? "decisionLimit" : whole) + "}");
        String written = BLANK_LINE.matcher(TEMPLATES.process("listing", context)).replaceAll("");
        return ESCAPED.matcher(written)
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }

    private static SpringTemplateEngine templates() {
        FileTemplateResolver files = new FileTemplateResolver();
        files.setPrefix(SOURCES + "/");
        files.setSuffix(".bpmn");
        files.setTemplateMode(TemplateMode.XML);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        return engine;
    }

    /** The conditions that the tables of rules set for this list and not for all of them. */
    private static List<String> conditions(RepairPath path) {
        List<String> lines = new ArrayList<>();
        lines.add("本名单自己的条件（地区文件另有规定的从其规定）：");
        lines.addAll(terms(path));
        for (List<String> row : rows("eligibility", path)) {
            String reason = texts(row.get(12)).get(0);
            lines.add("不予受理：" + reason.replaceAll("[，（]?\\{[^}]*}）?", ""));
        }
        for (List<String> row : rows("materials", path)) {
            if (texts(row.get(0)).size() == 1) {
                lines.add("须交：" + texts(row.get(5)).get(0));
            }
        }
        assertThat(lines).as("%s has nothing of its own", path).hasSizeGreaterThan(1);
        return lines;
    }

    /** 何时可以申请、何时期满: the first row of the table that sets it. */
    private static List<String> terms(RepairPath path) {
        Map<String, String> terms = new LinkedHashMap<>();
        for (List<String> row : rows("listing-display-period", path)) {
            Matcher since = Pattern.compile("\\d{4}-\\d{2}-\\d{2}").matcher(row.get(1));
            List<String> situation = texts(row.get(2));
            String of =
                    (since.find() ? since.group() + " 起列入的，" : "")
                            + (situation.isEmpty() ? "" : "因" + situation.get(0) + "的，");
            String kind = situation.isEmpty() ? "" : situation.get(0);
            if (!"null".equals(row.get(3))) {
                terms.putIfAbsent("apply" + kind, of + "满 " + row.get(3) + " 个月可申请");
            }
            if (!"null".equals(row.get(4))) {
                terms.putIfAbsent("leave" + kind, of + "满 " + row.get(4) + " 个月自动移出");
            }
        }
        return List.copyOf(terms.values());
    }

    /** The rows of a table that name a path, cell by cell. */
    private static List<List<String>> rows(String table, RepairPath path) {
        return Dmn.readModelFromFile(RULES.resolve(table + ".dmn").toFile())
                .getModelElementsByType(Rule.class)
                .stream()
                .map(ModelSources::cells)
                .filter(row -> texts(row.get(0)).contains(path.text()))
                .toList();
    }

    private static List<String> cells(Rule rule) {
        return Stream.<DmnElement>concat(
                        rule.getInputEntries().stream(), rule.getOutputEntries().stream())
                .map(cell -> cell.getTextContent().strip())
                .toList();
    }

    private static List<String> texts(String cell) {
        return TEXT.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
