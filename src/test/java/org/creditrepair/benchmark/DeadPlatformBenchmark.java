package org.creditrepair.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One platform is dead for an hour of business time while 500 cases go on. */
@Tag("benchmark")
class DeadPlatformBenchmark extends ServerStory {

    private static final String DEAD = "gsxt";
    private static final int BATCHES = 10;
    private static final int BATCH = 50;

    @Test
    void theOtherPlatformsDoNotNotice() throws Exception {
        cases(1);
        List<Long> normal = cases(BATCHES);
        town.behave(DEAD, "DOWN");
        List<Long> besideTheDead = cases(BATCHES);
        town.behave(DEAD, "NORMAL");
        long begin = System.nanoTime();
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> {
                            town.moveClock(clock.now().plusMinutes(30));
                            return open("status <> 'DELIVERED'") == 0;
                        });
        System.out.printf(
                Locale.ROOT,
                "%nmedian delivery to the other platforms: %d ms in %d cases, %d ms in %d cases beside"
                        + " a dead one, ratio %.2f; the dead one caught up in %d s%n",
                median(normal),
                BATCHES * BATCH,
                median(besideTheDead),
                BATCHES * BATCH,
                (double) median(besideTheDead) / median(normal),
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from push p where status = 'DELIVERED'
                                        and (select count(*) from sandbox_delivery d
                                            where d.platform = p.platform
                                            and d.idempotency_key = p.idempotency_key) <> 1""")
                                .query(Integer.class)
                                .single())
                .as("each effect once, by key")
                .isZero();
    }

    /** Delivery times of the repairs of some batches of cases, six minutes apart. */
    private List<Long> cases(int batches) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            List<Map<String, Object>> records = new ArrayList<>();
            for (int n = 0; n < BATCH; n++) {
                records.add(Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
            }
            town.unit("credit-center").post("/api/v1/regions/150100/records", records).done();
            othersSettled();
            long last = lastPush();
            reviewed(records);
            othersSettled();
            times.addAll(timesSince(last));
            town.moveClock(clock.now().plusMinutes(6));
        }
        return times;
    }

    private void reviewed(List<Map<String, Object>> records) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> cases = new ArrayList<>();
            for (Map<String, Object> record : records) {
                cases.add(
                        () -> {
                            String no = town.applied(town.application(List.of(record)));
                            town.completes(
                                    "credit-center", no + "-1", "acceptance", "ACCEPT", null);
                            town.completes("credit-center", no + "-1", "decision", "REPAIR", null);
                            return null;
                        });
            }
            for (Future<Void> done : people.invokeAll(cases)) {
                done.get();
            }
        } finally {
            people.shutdown();
        }
    }

    private void othersSettled() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> open("status <> 'DELIVERED' and platform <> '" + DEAD + "'") == 0);
    }

    private int open(String condition) {
        return count("push where " + condition);
    }

    private long lastPush() {
        return jdbc.sql("select max(id) from push").query(Long.class).single();
    }

    private List<Long> timesSince(long last) {
        return jdbc.sql(
                        """
                        select cast(extract(epoch from delivered_at - created_at) * 1000 as bigint)
                        from push where id > ? and event = 'REPAIRED' and platform <> ?""")
                .params(last, DEAD)
                .query(Long.class)
                .list();
    }

    private static long median(List<Long> times) {
        return times.stream().sorted(Comparator.naturalOrder()).toList().get(times.size() / 2);
    }
}
