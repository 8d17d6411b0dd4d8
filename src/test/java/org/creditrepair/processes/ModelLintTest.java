package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The models are clean by bpmnlint's recommended rules and those of Camunda 7.24. */
class ModelLintTest {

    private static final Path LINT = Path.of(".bpmnlint");

    @Test
    void everyModelIsClean() throws Exception {
        if (run(LINT, List.of("npm", "--version")).code() != 0) {
            String reason = "no npm: install it to lint the models";
            if (System.getenv("CI") != null) {
                Assertions.fail(reason);
            }
            Assumptions.abort(reason);
        }
        Output installed = run(LINT, List.of("npm", "ci", "--no-audit", "--no-fund"));
        assertThat(installed.code()).as(installed.text()).isZero();
        List<String> lint = new ArrayList<>(List.of("npx", "bpmnlint"));
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> LINT.relativize(file).toString())
                    .sorted()
                    .forEach(lint::add);
        }
        Output linted = run(LINT, lint);
        assertThat(linted.code()).as(linted.text()).isZero();
        assertThat(linted.text()).doesNotContain(" error ", " warning ");
    }

    private record Output(int code, String text) {}

    private static Output run(Path directory, List<String> command) throws Exception {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .start();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException e) {
            return new Output(127, e.getMessage());
        }
    }
}
