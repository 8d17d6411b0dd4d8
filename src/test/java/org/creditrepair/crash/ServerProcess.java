package org.creditrepair.crash;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.creditrepair.Api;

/** The server as a process of its own, which can be killed and started again on the same data. */
public final class ServerProcess implements AutoCloseable {

    private final List<String> command = new ArrayList<>();
    private final Path log;
    private final int port;
    private final int healthPort;
    private Process process;

    /**
     * A server on a Java machine with the options of the tests' own.
     *
     * @param name of the log file under {@code target}
     * @param properties Spring properties besides the port
     */
    public ServerProcess(String name, Map<String, Object> properties) {
        this(name, properties, List.of(System.getProperty("test.machine").split(" ")));
    }

    /**
     * @param machine options of the Java machine, e.g. its heap
     */
    public ServerProcess(String name, Map<String, Object> properties, List<String> machine) {
        port = freePort();
        healthPort = freePort();
        log = Path.of("target", name + ".log");
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.add("-cp");
        command.add(classPath());
        command.add("org.creditrepair.CreditRepairServer");
        command.add("--server.port=" + port);
        command.add("--management.server.port=" + healthPort);
        if (!properties.containsKey("spring.profiles.active")) {
            command.add("--spring.profiles.active=demo");
        }
        properties.forEach((key, value) -> command.add("--" + key + "=" + value));
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Starts the server and waits until it is ready. */
    public void start() {
        launch(Map.of());
        waitUntilReady();
    }

    /** Starts the server with variables in its environment and does not wait for it. */
    public void launch(Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code of a server that ends by itself, and what it wrote. */
    public Ended waitUntilEnded() throws InterruptedException, IOException {
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            throw new AssertionError("the server did not end");
        }
        return new Ended(process.exitValue(), Files.readString(log));
    }

    /** How a server ended. */
    public record Ended(int exitCode, String log) {}

    public void waitUntilReady() {
        await().atMost(Duration.ofMinutes(5))
                .ignoreException(UncheckedIOException.class)
                .until(this::isReady);
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("the server ended by itself, see " + log);
        }
        return Api.anybody(healthPort).get("/actuator/health/readiness").status() == 200;
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    /** The class path of the tests; an empty entry at its end would mean the working directory. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
