package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Renders the models of lists that share one graph into {@code target/processes/paths}. The models
 * in {@code processes/paths} must be what is rendered: copy them there after a change of the graph,
 * of the words or of a table, and look at them.
 */
class ModelSourcesTest {

    private static final Path KEPT = Path.of("processes", "paths");
    private static final Path RENDERED = Path.of("target", "processes", "paths");

    static List<String> keys() throws IOException {
        return ModelSources.keys();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aModelIsWhatItsSourceRenders(String key) throws IOException {
        String model = ModelSources.rendered(key);
        Files.createDirectories(RENDERED);
        Files.writeString(RENDERED.resolve(key + ".bpmn"), model);
        assertThat(KEPT.resolve(key + ".bpmn")).hasContent(model);
    }
}
