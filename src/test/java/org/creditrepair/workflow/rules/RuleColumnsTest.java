package org.creditrepair.workflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.creditrepair.catalog.rules.RuleTable;
import org.creditrepair.catalog.rules.RuleWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program gives to and takes from a table is what the table has as columns. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleColumnsTest {

    private final List<RuleTable<?, ?>> declared = declared();

    private static List<RuleTable<?, ?>> declared() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.creditrepair")
                        .stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(RuleTable.class))
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .<RuleTable<?, ?>>map(field -> value(field.reflect()))
                        .toList();
    }

    private static RuleTable<?, ?> value(Field field) {
        try {
            field.setAccessible(true);
            return (RuleTable<?, ?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyTableIsDeclaredOnce() {
        assertThat(declared.stream().map(RuleTable::id).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(new File("processes/rules").list())
                                .map(name -> name.replace(".dmn", ""))
                                .toList());
    }

    Stream<RuleTable<?, ?>> tables() {
        return declared.stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void itsFactsAreItsInputs(RuleTable<?, ?> table) {
        Set<String> inputs =
                drawn(table).getInputs().stream()
                        .map(input -> input.getInputExpression().getText().getTextContent())
                        .collect(Collectors.toSet());
        assertThat(names(table.facts())).containsExactlyInAnyOrderElementsOf(inputs);
        for (Input input : drawn(table).getInputs()) {
            String name = input.getInputExpression().getText().getTextContent();
            String type = input.getInputExpression().getTypeRef();
            assertThat(typeOf(table.facts(), name)).as(name).isEqualTo(type == null ? "day" : type);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void itsRowHasColumnsOfItsOutputs(RuleTable<?, ?> table) {
        TreeMap<String, String> outputs = new TreeMap<>();
        for (Output output : drawn(table).getOutputs()) {
            outputs.put(output.getName(), output.getTypeRef());
        }
        assertThat(outputs.keySet()).containsAll(names(table.row()));
        for (String name : names(table.row())) {
            assertThat(typeOf(table.row(), name)).as(name).isEqualTo(outputs.get(name));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void itsWordsAreKnown(RuleTable<?, ?> table) {
        assertThat(new DmnRuleTables().allRows(table)).hasSameSizeAs(drawn(table).getRules());
    }

    private static DecisionTable drawn(RuleTable<?, ?> table) {
        return Dmn.readModelFromFile(new File("processes/rules/" + table.id() + ".dmn"))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
    }

    private static List<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    /** What the table calls the type of a component. */
    private static String typeOf(Class<?> record, String name) {
        Class<?> type =
                Arrays.stream(record.getRecordComponents())
                        .filter(component -> component.getName().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .getType();
        if (type == String.class || RuleWord.class.isAssignableFrom(type)) {
            return "string";
        } else if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        } else if (type == int.class || type == Integer.class) {
            return "integer";
        }
        return "day";
    }
}
