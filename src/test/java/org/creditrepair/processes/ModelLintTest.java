package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.creditrepair.Npm;
import org.junit.jupiter.api.Test;

/** The models are clean by bpmnlint's recommended rules and those of Camunda 7.24. */
class ModelLintTest {

    private static final Path LINT = Path.of(".lint");

    @Test
    void everyModelIsClean() throws Exception {
        Npm.install(LINT);
        List<String> lint = new ArrayList<>(List.of("npx", "bpmnlint"));
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> LINT.relativize(file).toString())
                    .sorted()
                    .forEach(lint::add);
        }
        Npm.Output linted = Npm.run(LINT, lint);
        assertThat(linted.code()).as(linted.text()).isZero();
        assertThat(linted.text()).doesNotContain(" error ", " warning ");
    }
}
