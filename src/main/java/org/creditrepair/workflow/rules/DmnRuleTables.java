package org.creditrepair.workflow.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelException;
import org.creditrepair.catalog.rules.RuleTable;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The tables of {@code processes/rules}, evaluated outside the engine's transactions and history:
 * they are asked for every record, what was applied is kept with the case.
 */
@Component
public class DmnRuleTables implements RuleTables {

    private static final Pattern DAY = Pattern.compile("date\\(\"(\\d{4}-\\d{2}-\\d{2})\"\\)");
    private static final int REMEMBERED = 20_000;

    /** Nothing that makes a parser read other files or an engine run other languages. */
    private static final Pattern HARMLESS =
            Pattern.compile(
                    "(?s)(?!.*(?:<!DOCTYPE|<!ENTITY|expressionLanguage|literalExpression)).*");

    private static final String ATOM =
            "(?:\"[^\"]*\"|true|false|null|-?\\d+|date\\(\"\\d{4}-\\d{2}-\\d{2}\"\\))";
    private static final String TEST =
            "(?:(?:[<>]=? *)?%1$s|[\\[\\](]%1$s\\.\\.%1$s[\\[\\])])".formatted(ATOM);
    private static final String TESTS = "%1$s(?: *, *%1$s)*".formatted(TEST);

    /** An input cell: nothing, tests separated by commas, or none of them. */
    private static final Pattern CONDITION =
            Pattern.compile("\\s*(?:-|%1$s|not\\(%1$s\\))?\\s*".formatted(TESTS));

    /** An output cell. */
    private static final Pattern VALUE = Pattern.compile("\\s*%s\\s*".formatted(ATOM));

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, Table> tables = new HashMap<>();
    private final Cache<Question, List<? extends Record>> answers =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** A table with the names of its inputs and the days in it. */
    private record Table(
            DmnDecision decision,
            HitPolicy hitPolicy,
            Set<String> inputs,
            SortedSet<LocalDate> days,
            List<Map<String, Object>> all) {}

    private record Question(RuleTable<?, ?> table, Record facts) {}

    /**
     * @throws IllegalStateException if a table cannot be read
     */
    public DmnRuleTables() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:processes/rules/*.dmn")) {
                read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DmnRuleTables(Map<String, Table> tables) {
        this.tables.putAll(tables);
    }

    private void read(Resource file) throws IOException {
        String text = file.getContentAsString(StandardCharsets.UTF_8);
        DmnModelInstance model = model(text);
        for (Decision decision : model.getModelElementsByType(Decision.class)) {
            tables.put(decision.getId(), table(text, model, decision));
        }
    }

    private static DmnModelInstance model(String text) {
        return Dmn.readModelFromStream(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public RuleTables with(String table, String dmn) {
        Table present = tables.get(table);
        if (present == null) {
            throw RefusedException.invalid("file", "UNKNOWN_TABLE", "无此规则表：" + table);
        }
        if (!HARMLESS.matcher(dmn).matches()) {
            throw RefusedException.invalid("file", "MALFORMED", "规则表中不能有文档类型声明或表达式语言");
        }
        Map<String, Table> changed = new HashMap<>(tables);
        changed.put(table, changed(table, dmn, present));
        return new DmnRuleTables(changed);
    }

    private Table changed(String id, String dmn, Table present) {
        try {
            DmnModelInstance model = model(dmn);
            Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
            Decision decision = decisions.iterator().next();
            if (decisions.size() != 1 || !decision.getId().equals(id)) {
                throw RefusedException.invalid("file", "OTHER_TABLE", "文件须恰好是规则表 " + id);
            }
            checkCells(model);
            checkColumns(decision, present);
            Table table = table(dmn, model, decision);
            if (!table.inputs().equals(present.inputs())
                    || table.all().isEmpty()
                    || !table.all().get(0).keySet().equals(present.all().get(0).keySet())) {
                throw RefusedException.invalid("file", "OTHER_COLUMNS", "列须与现行的表相同，并至少有一行");
            }
            return table;
        } catch (ModelException
                | DmnEngineException
                | NumberFormatException
                | NoSuchElementException e) {
            throw RefusedException.invalid("file", "MALFORMED", "不是可用的规则表，请与现行的表核对格式");
        }
    }

    /** Cells are values and comparisons: nothing that computes, calls or loops. */
    private static void checkCells(DmnModelInstance model) {
        Stream.concat(
                        model.getModelElementsByType(InputEntry.class).stream()
                                .map(cell -> Map.entry(CONDITION, cell.getText())),
                        model.getModelElementsByType(OutputEntry.class).stream()
                                .map(cell -> Map.entry(VALUE, cell.getText())))
                .filter(cell -> !cell.getKey().matcher(cell.getValue().getTextContent()).matches())
                .findFirst()
                .ifPresent(
                        wrong -> {
                            throw RefusedException.invalid(
                                    "file",
                                    "MALFORMED",
                                    "单元格只能是取值或比较：" + wrong.getValue().getTextContent());
                        });
    }

    /** Rows are chosen as in the present table, and every output is of its column's type. */
    private static void checkColumns(Decision decision, Table present) {
        DecisionTable drawn = drawn(decision);
        if (drawn.getHitPolicy() != present.hitPolicy()) {
            throw RefusedException.invalid(
                    "file", "OTHER_POLICY", "命中策略须与现行的表相同：" + present.hitPolicy());
        }
        List<Output> columns = List.copyOf(drawn.getOutputs());
        int row = 0;
        for (Rule rule : drawn.getRules()) {
            row++;
            List<OutputEntry> cells = List.copyOf(rule.getOutputEntries());
            for (int i = 0; i < columns.size(); i++) {
                String text = cells.get(i).getText().getTextContent().strip();
                if (!isOf(columns.get(i).getTypeRef(), text)) {
                    throw RefusedException.invalid(
                            "file",
                            "MALFORMED",
                            "第 %d 行“%s”的取值类型不符：%s".formatted(row, columns.get(i).getLabel(), text));
                }
            }
        }
    }

    private static boolean isOf(String type, String text) {
        return text.equals("null")
                || switch (type) {
                    case "integer" -> text.matches("-?\\d+");
                    case "boolean" -> text.equals("true") || text.equals("false");
                    default -> text.startsWith("\"");
                };
    }

    private static DecisionTable drawn(Decision decision) {
        return decision.getChildElementsByType(DecisionTable.class).iterator().next();
    }

    private Table table(String text, DmnModelInstance model, Decision decision) {
        DecisionTable drawn = drawn(decision);
        Set<String> inputs = new LinkedHashSet<>();
        drawn.getInputs()
                .forEach(
                        input -> inputs.add(input.getInputExpression().getText().getTextContent()));
        SortedSet<LocalDate> days = new TreeSet<>();
        Matcher matcher = DAY.matcher(text);
        while (matcher.find()) {
            days.add(LocalDate.parse(matcher.group(1)));
        }
        return new Table(
                engine.parseDecision(decision.getId(), model),
                drawn.getHitPolicy(),
                inputs,
                days,
                all(drawn));
    }

    /** Every row as its outputs are written: texts in quotes, numbers, truth values or null. */
    private static List<Map<String, Object>> all(DecisionTable drawn) {
        List<String> names = drawn.getOutputs().stream().map(output -> output.getName()).toList();
        return drawn.getRules().stream()
                .map(
                        rule -> {
                            Map<String, Object> values = new HashMap<>();
                            for (int i = 0; i < names.size(); i++) {
                                String text =
                                        List.copyOf(rule.getOutputEntries())
                                                .get(i)
                                                .getText()
                                                .getTextContent();
                                values.put(names.get(i), literal(text));
                            }
                            return values;
                        })
                .toList();
    }

    private static @Nullable Object literal(String text) {
        if (text.startsWith("\"")) {
            return text.substring(1, text.length() - 1);
        }
        return switch (text) {
            case "null" -> null;
            case "true", "false" -> Boolean.valueOf(text);
            default -> Integer.valueOf(text);
        };
    }

    @Override
    @SuppressWarnings("unchecked") // by the table's own types
    public <F extends Record, R extends Record> List<R> rows(RuleTable<F, R> table, F facts) {
        return (List<R>) answers.get(new Question(table, facts), this::evaluate);
    }

    private List<? extends Record> evaluate(Question question) {
        Table table = table(question.table());
        Map<String, Object> facts = RuleRecords.values(question.facts());
        Map<String, Object> variables = new HashMap<>();
        table.inputs().forEach(input -> variables.put(input, facts.get(input)));
        return engine.evaluateDecisionTable(table.decision(), variables).getResultList().stream()
                .map(row -> RuleRecords.of(question.table().row(), row))
                .toList();
    }

    @Override
    public <R extends Record> List<R> allRows(RuleTable<?, R> table) {
        return table(table).all().stream().map(row -> RuleRecords.of(table.row(), row)).toList();
    }

    @Override
    public SortedSet<LocalDate> daysIn(RuleTable<?, ?> table) {
        return table(table).days();
    }

    private Table table(RuleTable<?, ?> wanted) {
        Table table = tables.get(wanted.id());
        if (table == null) {
            throw new IllegalArgumentException("无此规则表：" + wanted.id());
        }
        return table;
    }
}
