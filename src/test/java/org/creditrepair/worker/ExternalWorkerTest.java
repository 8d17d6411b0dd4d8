package org.creditrepair.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditrepair.Npm;
import org.creditrepair.TestDatabase;
import org.creditrepair.Town;
import org.creditrepair.crash.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A platform served from elsewhere: by a worker in Java and by one in JavaScript, each with the
 * official client, over the engine's REST.
 */
class ExternalWorkerTest {

    private static final String REGION = "150100";
    private static final Path JAVASCRIPT = Path.of("src/test/javascript");
    private static ServerProcess server;
    private FarPlatform platform;
    private Town town;

    @BeforeAll
    static void start() {
        Map<String, Object> properties = new HashMap<>(TestDatabase.properties("elsewhere"));
        properties.put("creditrepair.sharing.elsewhere", "gsxt");
        server = new ServerProcess("elsewhere", properties);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() throws Exception {
        platform = new FarPlatform();
        town = new Town(server.port());
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aWorkerInJavaServesIt() {
        String base = "http://localhost:" + server.port();
        String account = REGION + "-platform-gsxt";
        try (Worker worker =
                new Worker(base, REGION, account, account, "gsxt", platform.address())) {
            assertThat(worker).isNotNull();
            isToldOfARepair();
        }
    }

    @Test
    void aWorkerInJavaScriptServesIt() throws Exception {
        Npm.install(JAVASCRIPT);
        ProcessBuilder node =
                new ProcessBuilder("node", "worker.mjs")
                        .directory(JAVASCRIPT.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(new File("target/worker.log"));
        node.environment()
                .putAll(
                        Map.of(
                                "SERVER",
                                "http://localhost:" + server.port(),
                                "REGION",
                                REGION,
                                "ACCOUNT",
                                REGION + "-platform-gsxt",
                                "PASSWORD",
                                REGION + "-platform-gsxt",
                                "PLATFORM",
                                "gsxt",
                                "ADDRESS",
                                platform.address()));
        Process worker = node.start();
        try {
            isToldOfARepair();
        } finally {
            worker.destroy();
        }
    }

    /** The platform errs once, and still is told of the listing and of the repair. */
    private void isToldOfARepair() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        String no = record.get("recordNo").toString();
        await().atMost(Duration.ofSeconds(60)).until(() -> platform.knows(no));
        platform.failures.set(1);
        String application = town.applied(town.application(List.of(record)));
        town.completes("credit-center", application + "-1", "acceptance", "ACCEPT", null);
        town.completes("credit-center", application + "-1", "decision", "REPAIR", null);
        JsonNode item = town.closedItemAfterRetries(application);
        assertThat(item.path("result").asText()).isEqualTo("REPAIRED");
        String key = application + "-1-gsxt-REPAIRED";
        assertThat(platform.told.get(key)).contains(no);
        assertThat(
                        town.supervisor
                                .get("/api/v1/regions/150100/pushes")
                                .body()
                                .findValuesAsText("idempotencyKey"))
                .doesNotContain(key);
    }

    @Test
    void aPlatformAccountSeesNothingElse() {
        Town other = new Town(server.port(), "360000");
        assertThat(town.unit("platform-gsxt").get("/api/v1/regions/360000/pushes").status())
                .isEqualTo(404);
        assertThat(town.unit("platform-gsxt").get("/engine-rest/task").body()).isEmpty();
        assertThat(other.portal.get("/api/v1/regions/360000/pushes").status()).isEqualTo(403);
    }
}
