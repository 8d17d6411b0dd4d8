package org.creditrepair.benchmark;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.creditrepair.Api;
import org.creditrepair.PenaltyFiles;
import org.creditrepair.TestDatabase;
import org.creditrepair.crash.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million rows in one file, with a heap of 512 MB, on PostgreSQL. */
@Tag("benchmark")
class CollectionBenchmark {

    private static final int ROWS = 1_000_000;
    private static final String FILES =
            "/api/v1/regions/150100/collections?dataset=PENALTY&mode=STOCK";

    @Test
    void aMillionRowsAreTakenIn(@TempDir Path directory) throws Exception {
        Map<String, Object> properties = TestDatabase.postgresAsInProduction("collection");
        Path csv = PenaltyFiles.csv(directory.resolve("penalties.csv"), ROWS);
        Path xlsx = PenaltyFiles.xlsx(directory.resolve("penalties.xlsx"), ROWS);
        try (ServerProcess server =
                new ServerProcess("collection", properties, List.of("-Xmx512m"))) {
            server.start();
            Api unit = Api.anybody(server.port()).as("150100-market-regulation");
            measure("CSV, all new", unit, csv, "text/csv");
            measure(
                    "XLSX, all known",
                    unit,
                    xlsx,
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        }
    }

    private static void measure(String what, Api unit, Path file, String type) throws Exception {
        long begin = System.nanoTime();
        Api.Answer answer = unit.send(FILES, type, file);
        long received = System.nanoTime();
        String path = FILES.substring(0, FILES.indexOf('?')) + "/" + answer.body().path("id");
        JsonNode ended =
                await().atMost(Duration.ofHours(1))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(
                                () -> unit.get(path).body(),
                                one -> !one.path("finishedAt").isNull());
        double seconds = (System.nanoTime() - received) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%n%s: %,d rows, %d MB, heap 512 MB: received in %.1f s, taken in in %.0f s,"
                        + " %.0f rows/s; %s%n",
                what,
                ROWS,
                Files.size(file) / 1_000_000,
                (received - begin) / 1e9,
                seconds,
                ROWS / seconds,
                ended.path("progress"));
    }
}
