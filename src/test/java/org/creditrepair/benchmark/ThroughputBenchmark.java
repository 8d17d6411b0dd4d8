package org.creditrepair.benchmark;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.creditrepair.Api;
import org.creditrepair.TestDatabase;
import org.creditrepair.Town;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.crash.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whole cases per second over HTTP (start, claim and complete twice, all pushes delivered) beside a
 * bare engine with the same models emptied, and one that also fetches and completes what is told to
 * the platforms, all on PostgreSQL, in one run, by as many clients.
 */
@Tag("benchmark")
class ThroughputBenchmark {

    private static final int CLIENTS = 4;
    private static final int BATCH = 150;
    private static final int WARM_UP_BATCHES = 12;
    private static final int BATCHES = 4;
    private static final int CASES = BATCH * BATCHES;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Cases a second, and what one has spent. */
    private record Measured(double rate, Spent spent) {

        String line(String name) {
            return "%-22s %6.1f cases/s, a case: %s%n".formatted(name, rate, spent.perCase(CASES));
        }

        String ratio(Measured other, String name) {
            return "ratio to %-22s %5.2f by rate, %5.2f by CPU, %5.2f by CPU without the compiler%n"
                    .formatted(
                            name,
                            rate / other.rate,
                            other.spent.cpu() / spent.cpu(),
                            other.spent.cpuWhenWarm() / spent.cpuWhenWarm());
        }
    }

    /** Prepares as many cases; what it gives runs them by clients at once until all have ended. */
    @FunctionalInterface
    private interface Batch {

        Callable<Double> prepared(String name, int cases) throws Exception;
    }

    @Test
    void casesPerSecond() throws Exception {
        Measured server = told("server over HTTP", server());
        Measured bare = told("bare engine", bare("bare", false));
        Measured telling = told("bare engine that tells", bare("telling", true));
        System.out.print(
                server.ratio(bare, "bare engine")
                        + server.ratio(telling, "bare engine that tells"));
    }

    private static Measured told(String name, Measured measured) {
        System.out.print(measured.line(name));
        return measured;
    }

    private static Measured measured(
            ProcessHandle process, Map<String, Object> database, Batch batch) throws Exception {
        for (int i = 0; i < WARM_UP_BATCHES; i++) {
            batch.prepared("warm-up-" + i + "-", BATCH).call();
        }
        Spent spent = Spent.NOTHING;
        double seconds = 0;
        for (int i = 0; i < BATCHES; i++) {
            Callable<Double> cases = batch.prepared("case-" + i + "-", BATCH);
            Spent before = Spent.untilNow(process, database);
            seconds += cases.call();
            spent = spent.plus(Spent.untilNow(process, database).since(before));
        }
        return new Measured(CASES / seconds, spent);
    }

    private static Measured server() throws Exception {
        Map<String, Object> database = TestDatabase.postgresAsInProduction("benchmark");
        Spent.count(database);
        try (ServerProcess process =
                new ServerProcess("benchmark", database, List.of("-XX:+UseParallelGC"))) {
            process.start();
            Town town = new Town(process.port());
            return measured(
                    process.handle(),
                    database,
                    (name, cases) -> {
                        List<Map<String, Object>> applications =
                                records(town, cases).stream()
                                        .map(record -> town.application(List.of(record)))
                                        .toList();
                        return () ->
                                seconds(
                                        applications,
                                        application -> runCase(town, application),
                                        () -> openInstances(town) == 0);
                    });
        }
    }

    private static Measured bare(String name, boolean telling) throws Exception {
        Map<String, Object> database = TestDatabase.postgres(name);
        Spent.count(database);
        try (BareEngine engine = new BareEngine(database, telling)) {
            return measured(
                    ProcessHandle.current(),
                    database,
                    (prefix, cases) ->
                            () ->
                                    seconds(
                                            IntStream.range(0, cases)
                                                    .mapToObj(i -> prefix + i)
                                                    .toList(),
                                            engine::runCase,
                                            () -> engine.openCases() == 0));
        }
    }

    private static <T> double seconds(List<T> cases, Consumer<T> client, Callable<Boolean> allEnded)
            throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            cases.forEach(one -> running.add(clients.submit(() -> client.accept(one))));
            for (Future<?> one : running) {
                one.get();
            }
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(allEnded);
            return (System.nanoTime() - start) / 1e9;
        } finally {
            clients.shutdown();
        }
    }

    /** Records that every platform knows of. */
    private static List<Map<String, Object>> records(Town town, int count) {
        List<Map<String, Object>> records =
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        Town.penalty(
                                                "penalty-other",
                                                Town.uscc(),
                                                LocalDate.now(BusinessClock.ZONE).minusMonths(6)))
                        .toList();
        town.unit("credit-center").post("/api/v1/regions/150100/records", records).done();
        await().atMost(PATIENCE).until(() -> openInstances(town) == 0);
        return records;
    }

    private static void runCase(Town town, Map<String, Object> application) {
        String no = town.applied(application);
        complete(town, no + "-1", "acceptance", "ACCEPT");
        complete(town, no + "-1", "decision", "REPAIR");
    }

    private static void complete(Town town, String key, String task, String outcome) {
        JsonNode open = town.tasks(key, task, "credit-center").get(0);
        String id = open.path("id").asText();
        Api unit = town.unit("credit-center");
        unit.post("/engine-rest/task/" + id + "/claim", Map.of("userId", "150100-credit-center"))
                .done();
        Api.Answer done = town.complete("credit-center", id, task + "Outcome", outcome, null);
        if (done.status() != 204) {
            throw new IllegalStateException(done.body().toString());
        }
    }

    private static int openInstances(Town town) {
        return town.anybody
                .as("admin")
                .get("/engine-rest/process-instance/count")
                .body()
                .path("count")
                .asInt(-1);
    }
}
