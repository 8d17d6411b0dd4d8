package org.creditrepair.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.creditrepair.processes.ModelSources;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs after all others and reports which nodes and flows of the models they passed, in {@code
 * target/model-coverage.md}. All of them must have been; what was passed in one of the models that
 * are rendered from one graph was passed in all of them.
 */
@Tag("coverage")
class ModelCoverageTest {

    private static final Path REPORT = Path.of("target", "model-coverage.md");

    @Test
    void everyNodeAndFlowOfEveryModelWasPassed() throws IOException {
        Set<String> passed = passedByTests();
        shareWhatOneGraphPassed(passed);
        List<String> report = new ArrayList<>();
        report.add("| model | nodes | flows | coverage |");
        report.add("|---|---|---|---|");
        List<String> missing = new ArrayList<>();
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            models.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .forEach(file -> report.add(row(file, passed, missing)));
        }
        report.add("");
        missing.forEach(element -> report.add("- not passed: " + element));
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, report);
        assertThat(missing).as("not passed by any test").isEmpty();
    }

    private static Set<String> passedByTests() throws IOException {
        Set<String> passed = new HashSet<>();
        try (Stream<Path> machines = Files.list(ModelCoverage.PASSED_BY_TESTS)) {
            for (Path machine : machines.toList()) {
                passed.addAll(Files.readAllLines(machine));
            }
        }
        return passed;
    }

    private static void shareWhatOneGraphPassed(Set<String> passed) throws IOException {
        List<String> models = ModelSources.keys();
        Set<String> elements = new HashSet<>();
        for (String element : passed) {
            int name = element.indexOf('#');
            if (models.contains(element.substring(0, name))) {
                elements.add(element.substring(name));
            }
        }
        for (String model : models) {
            assertThat(passed).as("passed at all").anyMatch(one -> one.startsWith(model + "#"));
            elements.forEach(element -> passed.add(model + element));
        }
    }

    private static String row(Path file, Set<String> passed, List<String> missing) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        String process = model.getModelElementsByType(Process.class).iterator().next().getId();
        List<String> nodes = ids(model, FlowNode.class);
        List<String> flows = ids(model, SequenceFlow.class);
        List<String> open =
                Stream.concat(nodes.stream(), flows.stream())
                        .filter(id -> !passed.contains(process + "#" + id))
                        .toList();
        open.forEach(id -> missing.add(process + " " + id));
        int all = nodes.size() + flows.size();
        return "| %s | %d | %d | %.1f %% |"
                .formatted(process, nodes.size(), flows.size(), 100.0 * (all - open.size()) / all);
    }

    private static List<String> ids(BpmnModelInstance model, Class<? extends FlowElement> type) {
        return model.getModelElementsByType(type).stream().map(BaseElement::getId).toList();
    }
}
