package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.creditrepair.Npm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The scripts that browsers run are formatted by Prettier and clean by ESLint. */
class ScriptLintTest {

    private static final String TOOLS = ".lint/node_modules/.bin/";
    private static final List<String> SCRIPTS =
            List.of("src/main/resources/META-INF", "src/main/resources/static");

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        Npm.install(Path.of(".lint"));
    }

    @Test
    void theScriptsAreFormatted() throws InterruptedException {
        passes("prettier", "--config", ".lint/prettier.json", "--check");
    }

    @Test
    void theScriptsAreClean() throws InterruptedException {
        passes("eslint", "--config", ".lint/eslint.config.js", "--max-warnings", "0");
    }

    private static void passes(String tool, String... options) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(TOOLS + tool));
        command.addAll(List.of(options));
        SCRIPTS.forEach(directory -> command.add(directory + "/**/*.js"));
        Npm.Output output = Npm.run(Path.of("."), command);
        assertThat(output.code()).as(output.text()).isZero();
    }
}
