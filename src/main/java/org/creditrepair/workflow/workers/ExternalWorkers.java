package org.creditrepair.workflow.workers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;
import org.creditrepair.sharing.connection.DeliveryFailedException;
import org.creditrepair.sharing.connection.DeliveryFailedException.Kind;
import org.creditrepair.sharing.connection.SharingProperties;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.gate.GatedExternalTaskService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The built-in workers of external tasks. One thread fetches for every work that has room; each
 * work has threads of its own, so a platform that hangs slows no other.
 */
@Component
class ExternalWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ExternalWorkers.class);
    private static final int COMPLETIONS = 20;
    private static final int STRIPES = 64;

    private final ExternalTaskService externalTasks;
    private final List<ExternalWorkSource> sources;
    private final SharingProperties properties;
    private final String workerId = GatedExternalTaskService.OWN_WORKERS + UUID.randomUUID();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Object[] completing = Stream.generate(Object::new).limit(STRIPES).toArray();
    private final List<List<WorkerPool>> groups = new ArrayList<>();
    private volatile boolean running;
    private volatile @Nullable SingleConsumerCondition wakeUp;
    private volatile boolean leftOut;
    private @Nullable Thread fetcher;

    ExternalWorkers(
            ExternalTaskService externalTasks,
            List<ExternalWorkSource> sources,
            SharingProperties properties) {
        this.externalTasks = externalTasks;
        this.sources = sources;
        this.properties = properties;
    }

    /** A topic stands once in a fetch, so works of the same regions are fetched for together. */
    @Override
    public void start() {
        Map<Set<RegionCode>, List<WorkerPool>> byRegions =
                sources.stream()
                        .flatMap(source -> source.lanes().stream())
                        .collect(Collectors.groupingBy(lane -> lane.work().regions()));
        groups.addAll(byRegions.values());
        running = true;
        Thread started = new Thread(this::fetchUntilStopped, "external-task-fetcher");
        started.start();
        fetcher = started;
    }

    @Override
    public void stop() {
        running = false;
        wake();
        groups.forEach(group -> group.forEach(lane -> lane.close(properties.timeout().toMillis())));
        groups.clear();
        try {
            if (fetcher != null) {
                fetcher.join(properties.timeout().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        SingleConsumerCondition waiting = wakeUp;
        if (waiting != null) {
            waiting.signal();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void fetchUntilStopped() {
        SingleConsumerCondition news = new SingleConsumerCondition(Thread.currentThread());
        wakeUp = news;
        ProcessEngineImpl.EXT_TASK_CONDITIONS.addConsumer(news);
        try {
            while (running) {
                leftOut = true;
                boolean more = false;
                boolean full = false;
                for (List<WorkerPool> group : List.copyOf(groups)) {
                    List<WorkerPool> free = group.stream().filter(WorkerPool::isFree).toList();
                    full |= free.size() < group.size();
                    more |= !free.isEmpty() && fetch(free);
                }
                leftOut = full;
                if (!more) {
                    news.await(properties.poll().toMillis());
                }
            }
        } finally {
            ProcessEngineImpl.EXT_TASK_CONDITIONS.removeConsumer(news);
        }
    }

    /** Fetches as many tasks as pools with free threads have room for; whether that many came. */
    private boolean fetch(List<WorkerPool> free) {
        try {
            int room = Math.max(1, free.stream().mapToInt(WorkerPool::room).sum());
            ExternalTaskQueryBuilder query = externalTasks.fetchAndLock(room, workerId);
            for (WorkerPool lane : free) {
                query =
                        query.topic(lane.work().topic(), properties.lock().toMillis())
                                .tenantIdIn(
                                        lane.work().regions().stream()
                                                .map(RegionCode::value)
                                                .toArray(String[]::new));
            }
            List<LockedExternalTask> fetched = query.execute();
            fetched.forEach(task -> hand(task, free));
            return fetched.size() == room;
        } catch (RuntimeException e) {
            log.warn("外部任务未能领取，稍后重试", e);
            return false;
        }
    }

    private void hand(LockedExternalTask task, List<WorkerPool> lanes) {
        if (!underWay.add(task.getId())) {
            return;
        }
        WorkerPool lane =
                lanes.stream()
                        .filter(one -> one.work().topic().equals(task.getTopicName()))
                        .findFirst()
                        .orElseThrow();
        lane.take(
                () -> {
                    try {
                        work(lane.work(), task);
                    } finally {
                        underWay.remove(task.getId());
                        if (leftOut) {
                            wake();
                        }
                    }
                });
    }

    private void work(ExternalWork work, LockedExternalTask task) {
        try {
            complete(task, work.work(task, keeping(task)));
        } catch (DeliveryFailedException e) {
            if (e.kind() == Kind.POSTPONED) {
                unlock(task);
            } else {
                fail(work, task, e);
            }
        } catch (RuntimeException e) {
            log.warn("{} 出错：{}", work.topic(), task.getBusinessKey(), e);
            fail(work, task, DeliveryFailedException.retry(String.valueOf(e.getMessage())));
        }
    }

    /** Renews the claim on a long task once half of it has run out. */
    private Runnable keeping(LockedExternalTask task) {
        long lock = properties.lock().toMillis();
        AtomicLong renewed = new AtomicLong(System.nanoTime());
        return () -> {
            long now = System.nanoTime();
            if (TimeUnit.NANOSECONDS.toMillis(now - renewed.get()) > lock / 2) {
                externalTasks.extendLock(task.getId(), workerId, lock);
                renewed.set(now);
            }
        };
    }

    /**
     * Completes one task of a process instance at a time: those of a sharing all count down in the
     * same execution. What was done is kept already, so completion may be repeated when another
     * node was faster.
     */
    private void complete(LockedExternalTask task, Map<String, Object> variables) {
        synchronized (completing[Math.floorMod(task.getProcessInstanceId().hashCode(), STRIPES)]) {
            for (int i = 1; ; i++) {
                try {
                    externalTasks.complete(task.getId(), workerId, variables);
                    return;
                } catch (OptimisticLockingFailureException e) {
                    if (i == COMPLETIONS) {
                        throw e;
                    }
                }
            }
        }
    }

    private void unlock(LockedExternalTask task) {
        try {
            externalTasks.unlock(task.getId());
        } catch (RuntimeException e) {
            log.warn("外部任务未能放回，锁定到期后重新领取", e);
        }
    }

    private void fail(ExternalWork work, LockedExternalTask task, DeliveryFailedException failure) {
        int left = failure.kind() == Kind.REFUSED ? 0 : left(task);
        Duration pause = left <= 0 ? Duration.ZERO : pause(left, failure.retryAfter());
        log.warn("{} 失败，剩余重试 {} 次：{}", work.topic(), left, failure.getMessage());
        try {
            externalTasks.handleFailure(
                    task.getId(),
                    workerId,
                    failure.getMessage(),
                    failure.getMessage(),
                    Math.max(0, left),
                    pause.toMillis());
        } catch (RuntimeException e) {
            log.warn("失败未能登记，锁定到期后重新处理", e);
        }
    }

    private int left(LockedExternalTask task) {
        return (task.getRetries() == null ? properties.attempts() : task.getRetries()) - 1;
    }

    /** The pause before the next attempt: never shorter than the platform asks for. */
    private Duration pause(int left, @Nullable Duration retryAfter) {
        List<Duration> pauses = properties.retryPauses();
        Duration usual = pauses.get(Math.max(0, pauses.size() - left));
        double jitter =
                1 + properties.jitter() * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        Duration pause = Duration.ofMillis((long) (usual.toMillis() * jitter));
        return retryAfter != null && retryAfter.compareTo(pause) > 0 ? retryAfter : pause;
    }
}
