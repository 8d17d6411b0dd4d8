package org.creditrepair.benchmark;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * bare engine with the same models emptied, both on PostgreSQL, in one run, by as many clients.
 */
@Tag("benchmark")
class ThroughputBenchmark {

    private static final int CLIENTS = 4;
    private static final int WARM_UP = 150;
    private static final int CASES = 600;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void casesPerSecond() throws Exception {
        double server = server();
        double bare = bare();
        System.out.printf(
                "%nserver over HTTP      %6.1f cases/s%nbare engine, Java API %6.1f cases/s%nratio                 %6.2f%n%n",
                server, bare, server / bare);
    }

    private static double server() throws Exception {
        try (ServerProcess process =
                new ServerProcess("benchmark", TestDatabase.postgres("benchmark"), List.of())) {
            process.start();
            Town town = new Town(process.port());
            round(town, records(town, WARM_UP));
            return round(town, records(town, CASES));
        }
    }

    private static double round(Town town, List<Map<String, Object>> records) throws Exception {
        List<Map<String, Object>> applications =
                records.stream().map(record -> town.application(List.of(record))).toList();
        return perSecond(
                applications,
                application -> runCase(town, application),
                () -> openInstances(town) == 0);
    }

    private static double bare() throws Exception {
        try (BareEngine engine = new BareEngine(TestDatabase.postgres("bare"))) {
            round(engine, "warm-up-", WARM_UP);
            return round(engine, "case-", CASES);
        }
    }

    private static double round(BareEngine engine, String prefix, int cases) throws Exception {
        List<String> numbers = IntStream.range(0, cases).mapToObj(i -> prefix + i).toList();
        return perSecond(numbers, engine::runCase, () -> engine.openCases() == 0);
    }

    private static <T> double perSecond(
            List<T> cases, Consumer<T> client, java.util.concurrent.Callable<Boolean> allEnded)
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
            return cases.size() / ((System.nanoTime() - start) / 1e9);
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
