package org.creditrepair;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Runs what comes from npm; a test without it is skipped, but fails where it must be there. */
public final class Npm {

    private static final Path TARGET = Path.of("target");

    private Npm() {}

    /** What a command wrote, and how it ended. */
    public record Output(int code, String text) {}

    /** Installs what a directory's lock file names, once, however many test machines ask for it. */
    public static void install(Path directory) throws IOException, InterruptedException {
        require("npm");
        Files.createDirectories(TARGET);
        try (FileChannel one = FileChannel.open(TARGET.resolve("npm.lock"), CREATE, WRITE);
                FileLock ignored = one.lock()) {
            if (!isInstalled(directory)) {
                Output done = run(directory, List.of("npm", "ci", "--no-audit", "--no-fund"));
                assertThat(done.code()).as(done.text()).isZero();
            }
        }
    }

    /** Whether npm has installed after the lock file was last written. */
    private static boolean isInstalled(Path directory) throws IOException {
        Path installed = directory.resolve("node_modules/.package-lock.json");
        return Files.exists(installed)
                && Files.getLastModifiedTime(installed)
                                .compareTo(
                                        Files.getLastModifiedTime(
                                                directory.resolve("package-lock.json")))
                        >= 0;
    }

    /** Skips the test without a tool, and fails it where the tool must be there. */
    public static void require(String tool) throws InterruptedException {
        if (run(Path.of("."), List.of(tool, "--version")).code() != 0) {
            String reason = "no " + tool + ": install it for this test";
            if (System.getenv("CI") != null) {
                Assertions.fail(reason);
            }
            Assumptions.abort(reason);
        }
    }

    public static Output run(Path directory, List<String> command) throws InterruptedException {
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
