package org.creditrepair.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.creditrepair.ServerStory;
import org.creditrepair.TestDatabase;
import org.creditrepair.hotline.Hotline;
import org.creditrepair.hotline.HotlineForm;
import org.creditrepair.vocabulary.RegionCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 5,000 limits that end at the same midnight: each is recorded, shown and told once; the time to
 * drain them beside the bare engine's for as many timers. PostgreSQL, one run.
 */
@Tag("benchmark")
class MidnightBenchmark extends ServerStory {

    private static final int LIMITS = 5_000;

    @Autowired private Hotline hotline;

    @Test
    void limitsOfOneMidnight() throws Exception {
        for (int i = 0; i < LIMITS; i++) {
            hotline.ask(
                    new RegionCode("150100"),
                    new HotlineForm("CONSULTATION", "虚构来电人", "13800000000", "如何修复？", null),
                    "150100-portal",
                    "150100-portal");
        }
        OffsetDateTime warned = OffsetDateTime.parse("2026-03-14T00:00:01+08:00");
        drain(() -> clock.moveTo(warned.toInstant()), () -> entered("WARNED") == LIMITS);
        double server =
                drain(
                        () -> clock.moveTo(warned.plusDays(3).toInstant()),
                        () -> entered("BREACHED") == LIMITS);
        assertThat(count("limit_breach")).isEqualTo(LIMITS);
        assertThat(runtime.createIncidentQuery().incidentType("slaBreach").count())
                .isEqualTo(LIMITS);
        double bare = bare();
        System.out.printf(
                Locale.ROOT,
                "%n%d limits of one midnight: %.1f s here, %.1f s in the bare engine, ratio %.2f%n",
                LIMITS,
                server,
                bare,
                server / bare);
    }

    private long entered(String step) {
        return jdbc.sql("select count(*) from escalation where step = ?")
                .param(step)
                .query(Long.class)
                .single();
    }

    private double bare() throws Exception {
        try (BareEngine engine = new BareEngine(TestDatabase.postgres("midnight"), false)) {
            OffsetDateTime midnight = OffsetDateTime.parse("2026-03-20T00:00:00+08:00");
            engine.startLimits(LIMITS, "2026-03-20T00:00:00");
            return drain(
                    () -> {
                        clock.moveTo(midnight.plusSeconds(1).toInstant());
                        engine.wake();
                    },
                    () -> engine.dueTimers() == 0);
        }
    }

    private static double drain(Runnable begin, Callable<Boolean> done) {
        long start = System.nanoTime();
        begin.run();
        await().atMost(Duration.ofMinutes(15)).pollInterval(Duration.ofMillis(100)).until(done);
        return (System.nanoTime() - start) / 1e9;
    }
}
