package org.creditrepair.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.PenaltyFiles;
import org.creditrepair.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while it takes in a file; afterwards every row is there once. */
@Tag("postgresql")
class ImportCrashTest {

    private static final int ROWS = 30_000;
    private static final String FILES = "/api/v1/regions/150100/collections";

    @Test
    void everyRowIsTakenInOnceWhateverHappens(@TempDir Path directory) throws Exception {
        Path file = PenaltyFiles.csv(directory.resolve("penalties.csv"), ROWS);
        Map<String, Object> properties = new HashMap<>(TestDatabase.postgres("importing"));
        properties.put("creditrepair.sharing.lock", "3s");
        try (ServerProcess server = new ServerProcess("importing", properties)) {
            server.start();
            Api unit = Api.anybody(server.port()).as("150100-market-regulation");
            long demo = rowsOf(unit);
            Api.Answer delivered =
                    unit.send(FILES + "?dataset=PENALTY&mode=STOCK", "text/csv", file);
            assertThat(delivered.status()).isEqualTo(202);
            String path = FILES + "/" + delivered.body().path("id").asLong();
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> done(unit, path) > 0);
            server.kill();
            server.start();
            long before = done(unit, path);
            assertThat(before).isBetween(1L, ROWS - 1L);
            JsonNode ended =
                    await().atMost(Duration.ofMinutes(2))
                            .ignoreException(UncheckedIOException.class)
                            .until(
                                    () -> unit.get(path).body(),
                                    one -> one.path("status").asText().equals("FINISHED"));
            assertThat(ended.path("progress").path("rows").asLong()).isEqualTo(ROWS);
            assertThat(ended.path("progress").path("accepted").asLong()).isEqualTo(ROWS);
            assertThat(rowsOf(unit)).as("counted once").isEqualTo(demo + ROWS);
        }
    }

    /** The rows that the unit has delivered, as the quality report counts them. */
    private static long rowsOf(Api unit) {
        JsonNode units =
                unit.as("150100-supervisor")
                        .get("/api/v1/regions/150100/supervision/data-quality")
                        .body()
                        .path("units");
        for (JsonNode one : units) {
            if (one.path("code").asText().equals("market-regulation")) {
                return one.path("rows").asLong();
            }
        }
        return 0;
    }

    private static long done(Api unit, String path) {
        return unit.get(path).body().path("progress").path("rows").asLong();
    }
}
