package org.creditrepair.workflow.workers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.creditrepair.sharing.connection.SharingProperties;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.vocabulary.RegionCode;

/**
 * The first attempt of a sharing, at all of its platforms side by side, each on the threads of its
 * own lane. A platform whose lane is full is left out, so none that hangs holds up many sharings.
 * What the attempt does not settle is pushed platform by platform.
 */
final class FirstPush implements ExternalWork {

    private static final int SPARE_THREADS = 2;

    private final Set<RegionCode> regions;
    private final List<Way> ways;
    private final PushLedger ledger;
    private final FirstAttempts attempts;
    private final SharingProperties properties;

    /**
     * @param regions codes of all regions, reached from here or not
     */
    FirstPush(
            Set<RegionCode> regions,
            List<Way> ways,
            PushLedger ledger,
            FirstAttempts attempts,
            SharingProperties properties) {
        this.regions = regions;
        this.ways = ways;
        this.ledger = ledger;
        this.attempts = attempts;
        this.properties = properties;
    }

    @Override
    public String topic() {
        return "push";
    }

    @Override
    public Set<RegionCode> regions() {
        return regions;
    }

    /** More than all lanes together hold, so that the waits for one platform never fill it. */
    @Override
    public int concurrency() {
        return SPARE_THREADS
                + ways.stream().mapToInt(way -> 2 * way.connector().concurrency()).sum();
    }

    @Override
    public boolean isAccepting() {
        return true;
    }

    @Override
    public Map<String, Object> work(LockedExternalTask task, Runnable keeping) {
        String sharingNo = task.getBusinessKey();
        RegionCode region = new RegionCode(task.getTenantId());
        List<Way> open =
                ways.stream()
                        .filter(way -> way.connector().regions().contains(region))
                        .filter(Way::isFree)
                        .toList();
        if (open.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Push>> outstanding =
                ledger
                        .outstanding(
                                sharingNo,
                                open.stream()
                                        .map(way -> way.connector().platform())
                                        .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.groupingBy(push -> push.content().platform()));
        CompletableFuture<?>[] made =
                open.stream()
                        .map(
                                way ->
                                        attempt(
                                                way,
                                                sharingNo,
                                                outstanding.getOrDefault(
                                                        way.connector().platform(), List.of())))
                        .toArray(CompletableFuture[]::new);
        await(CompletableFuture.allOf(made), keeping);
        return Map.of();
    }

    private CompletableFuture<Boolean> attempt(Way way, String sharingNo, List<Push> outstanding) {
        if (outstanding.isEmpty()) {
            return CompletableFuture.completedFuture(true);
        }
        CompletableFuture<Boolean> attempt = new CompletableFuture<>();
        way.lane()
                .take(
                        () ->
                                attempt.complete(
                                        attempts.isSettledBy(
                                                way.connector(),
                                                sharingNo,
                                                asItStands(outstanding, sharingNo))));
        return attempt;
    }

    /** Read again where another sharing may have told the platform while a thread was awaited. */
    private List<Push> asItStands(List<Push> outstanding, String sharingNo) {
        boolean own =
                outstanding.stream()
                        .map(push -> push.content().sharingNo())
                        .allMatch(Set.of(sharingNo)::contains);
        return own
                ? outstanding
                : ledger.outstanding(sharingNo, Set.of(outstanding.get(0).content().platform()));
    }

    /** Waits for all attempts and keeps the task's lock meanwhile. */
    private void await(CompletableFuture<Void> attempts, Runnable keeping) {
        while (true) {
            try {
                attempts.get(properties.lock().toMillis() / 2, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                keeping.run();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("首次推送中断，锁定到期后重新处理", e);
            }
        }
    }
}
