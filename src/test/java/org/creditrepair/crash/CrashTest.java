package org.creditrepair.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.creditrepair.Api;
import org.creditrepair.TestDatabase;
import org.creditrepair.Town;
import org.creditrepair.clock.BusinessClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGKILL at any moment loses nothing and tells no platform anything twice. On PostgreSQL: H2 2.4
 * may come back from it with a row still locked by the transaction that died.
 */
@Tag("postgresql")
class CrashTest {

    private static final Logger log = LoggerFactory.getLogger(CrashTest.class);
    private static final int APPLICATIONS = 16;
    private static final int KILLS = 2;
    private static final int DELIVERIES_UNDER_WAY = 8;
    private static final List<String> PLATFORMS =
            List.of("creditchina", "creditchina-local", "gsxt", "credit-platform");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Map<String, String> numbers = new ConcurrentHashMap<>();

    @Test
    void openApplicationsSurviveEveryKill() throws Exception {
        Map<String, Object> properties = new HashMap<>(TestDatabase.postgres("crash"));
        properties.put("creditrepair.sharing.lock", "12s");
        properties.put("creditrepair.sharing.timeout", "8s");
        properties.put("camunda.bpm.job-execution.lock-time-in-millis", "5000");
        ExecutorService people = Executors.newFixedThreadPool(4);
        try (ServerProcess server = new ServerProcess("crash", properties)) {
            server.start();
            Town town = new Town(server.port());
            List<Map<String, Object>> records = records(town);
            List<Future<?>> cases = new ArrayList<>();
            for (int kill = 0; kill < KILLS; kill++) {
                List<Map<String, Object>> batch =
                        records.subList(
                                kill * APPLICATIONS / KILLS, (kill + 1) * APPLICATIONS / KILLS);
                batch.forEach(record -> cases.add(people.submit(() -> handIn(town, record))));
                batch.forEach(record -> cases.add(people.submit(() -> review(town, record))));
                persistently(() -> openInstances(town) > 0 ? true : null);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1500));
                server.kill();
                server.start();
            }
            for (Future<?> done : cases) {
                done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            assertThat(numbers.values())
                    .as("seed " + seed)
                    .doesNotHaveDuplicates()
                    .hasSize(APPLICATIONS);
            records.forEach(record -> assertRepaired(town, record));
            assertNothingIsLeft(town);
            assertEachPushArrivedOnce(town, records);
        } finally {
            people.shutdownNow();
        }
    }

    private static List<Map<String, Object>> records(Town town) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < APPLICATIONS; i++) {
            records.add(
                    Town.penalty(
                            "penalty-other",
                            Town.uscc(),
                            LocalDate.now(BusinessClock.ZONE).minusMonths(6)));
        }
        Api.Answer answer =
                town.unit("credit-center").post("/api/v1/regions/150100/records", records);
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(APPLICATIONS);
        return records;
    }

    /** A portal that repeats what it got no answer to, under the same key. */
    private void handIn(Town town, Map<String, Object> record) {
        String recordNo = (String) record.get("recordNo");
        Map<String, Object> application = persistently(() -> town.application(List.of(record)));
        Api.Answer answer =
                persistently(
                        () -> {
                            Api.Answer sent =
                                    town.portal.post(
                                            "/api/v1/regions/150100/applications",
                                            application,
                                            Map.of("Idempotency-Key", recordNo));
                            assertThat(sent.status()).as(sent.body().toString()).isEqualTo(201);
                            return sent;
                        });
        numbers.put(recordNo, answer.body().path("applicationNo").asText());
    }

    /** A reviewer who looks again until the case is decided. */
    private void review(Town town, Map<String, Object> record) {
        String key = persistently(() -> numbers.get((String) record.get("recordNo"))) + "-1";
        persistently(() -> completed(town, key, "acceptance", "ACCEPT", "SUBMITTED"));
        persistently(() -> completed(town, key, "decision", "REPAIR", "ACCEPTED"));
    }

    private static Boolean completed(
            Town town, String key, String task, String outcome, String before) {
        if (!status(town, key).equals(before)) {
            return true;
        }
        for (JsonNode open : town.tasks(key, task, "credit-center")) {
            String id = open.path("id").asText();
            String reviewer = "150100-credit-center";
            Api unit = town.unit("credit-center");
            Api.Answer claimed =
                    unit.post("/engine-rest/task/" + id + "/claim", Map.of("userId", reviewer));
            Api.Answer completed =
                    town.complete("credit-center", id, task + "Outcome", outcome, null);
            log.debug("{} {}: {}, {}", key, task, claimed.status(), completed.status());
        }
        return status(town, key).equals(before) ? null : true;
    }

    private static String status(Town town, String key) {
        JsonNode item = town.item(key.substring(0, key.length() - 2));
        assertThat(item.path("status").asText()).isNotEmpty();
        return item.path("status").asText();
    }

    /** Repeats while the server is away or the answer is not there yet. */
    private static <T> T persistently(Supplier<T> attempt) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsMatching(
                        e -> e instanceof UncheckedIOException || e instanceof AssertionError)
                .until(attempt::get, answer -> answer != null);
    }

    private void assertRepaired(Town town, Map<String, Object> record) {
        String no = numbers.get((String) record.get("recordNo"));
        JsonNode item =
                await().atMost(PATIENCE)
                        .until(
                                () -> town.item(no),
                                found -> found.path("status").asText().equals("CLOSED"));
        assertThat(item.path("result").asText()).isEqualTo("REPAIRED");
    }

    private static void assertNothingIsLeft(Town town) {
        Api admin = town.anybody.as("admin");
        await().atMost(PATIENCE).until(() -> openInstances(town) == 0);
        assertThat(admin.get("/engine-rest/history/incident/count").body().path("count").asInt(-1))
                .isZero();
        assertThat(
                        admin.get(
                                        "/engine-rest/history/process-instance/count?processDefinitionKey=joint-application")
                                .body()
                                .path("count")
                                .asInt())
                .isEqualTo(APPLICATIONS);
    }

    /** Negative while the server cannot count. */
    private static int openInstances(Town town) {
        return town.anybody
                .as("admin")
                .get("/engine-rest/process-instance/count")
                .body()
                .path("count")
                .asInt(-1);
    }

    private void assertEachPushArrivedOnce(Town town, List<Map<String, Object>> records) {
        int repeats = 0;
        for (Map<String, Object> record : records) {
            String no = numbers.get((String) record.get("recordNo"));
            for (String platform : PLATFORMS) {
                JsonNode deliveries = town.deliveries(platform, record.get("recordNo"));
                assertThat(deliveries.findValuesAsText("event"))
                        .as(platform + " " + no + " seed " + seed)
                        .containsExactly("LISTED", "REPAIRED");
                assertThat(deliveries.get(1).path("idempotencyKey").asText())
                        .isEqualTo(no + "-1-" + platform + "-REPAIRED");
                for (JsonNode delivery : deliveries) {
                    repeats += delivery.path("repeats").asInt();
                }
            }
        }
        log.info("{} pushes were sent again after {} kills", repeats, KILLS);
        assertThat(repeats)
                .as("only what was under way when the server died is sent again, by the same key")
                .isLessThanOrEqualTo(KILLS * DELIVERIES_UNDER_WAY);
    }
}
