package org.creditrepair.workflow;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;
import org.creditrepair.sharing.DeliverPushes;
import org.creditrepair.sharing.DeliveryFailedException;
import org.creditrepair.sharing.PlatformAddresses;
import org.creditrepair.sharing.SharingProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The built-in workers of the topics {@code push.{platform}}. One thread fetches for all platforms
 * that have room; each platform delivers on threads of its own, so one that hangs slows no other.
 */
@Component
class PushWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PushWorkers.class);
    private static final String TOPIC = "push.";
    private static final int COMPLETIONS = 20;
    private static final int STRIPES = 64;

    private final ExternalTaskService externalTasks;
    private final DeliverPushes deliver;
    private final PlatformAddresses addresses;
    private final SharingProperties properties;
    private final String workerId = "server-" + UUID.randomUUID();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Object[] completing = Stream.generate(Object::new).limit(STRIPES).toArray();
    private volatile boolean running;
    private volatile SingleConsumerCondition wakeUp;
    private Thread fetcher;

    PushWorkers(
            ExternalTaskService externalTasks,
            DeliverPushes deliver,
            PlatformAddresses addresses,
            SharingProperties properties) {
        this.externalTasks = externalTasks;
        this.deliver = deliver;
        this.addresses = addresses;
        this.properties = properties;
    }

    @Override
    public void start() {
        for (String platform : addresses.platforms()) {
            lanes.put(platform, new Lane(platform, properties.concurrency()));
        }
        running = true;
        fetcher = new Thread(this::fetchUntilStopped, "push-fetcher");
        fetcher.start();
    }

    @Override
    public void stop() {
        running = false;
        wakeUp.signal();
        lanes.values().forEach(Lane::close);
        try {
            fetcher.join(properties.timeout().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void fetchUntilStopped() {
        wakeUp = new SingleConsumerCondition(Thread.currentThread());
        ProcessEngineImpl.EXT_TASK_CONDITIONS.addConsumer(wakeUp);
        try {
            while (running) {
                if (!fetch()) {
                    wakeUp.await(properties.poll().toMillis());
                }
            }
        } finally {
            ProcessEngineImpl.EXT_TASK_CONDITIONS.removeConsumer(wakeUp);
        }
    }

    /** Fetches what the platforms have room for; false if there was nothing to do. */
    private boolean fetch() {
        try {
            List<Lane> free = lanes.values().stream().filter(lane -> lane.room() > 0).toList();
            int room = free.stream().mapToInt(Lane::room).sum();
            if (room == 0) {
                return false;
            }
            ExternalTaskQueryBuilder query = externalTasks.fetchAndLock(room, workerId);
            for (Lane lane : free) {
                query =
                        query.topic(TOPIC + lane.platform, properties.lock().toMillis())
                                .variables(Variables.SHARING_NO);
            }
            List<LockedExternalTask> fetched = query.execute();
            fetched.forEach(this::hand);
            return !fetched.isEmpty();
        } catch (RuntimeException e) {
            log.warn("推送任务未能领取，稍后重试", e);
            return false;
        }
    }

    private void hand(LockedExternalTask task) {
        if (underWay.add(task.getId())) {
            lanes.get(task.getTopicName().substring(TOPIC.length())).take(task);
        }
    }

    private void work(String platform, LockedExternalTask task) {
        String sharingNo = (String) task.getVariables().get(Variables.SHARING_NO);
        try {
            deliver.deliver(sharingNo, platform, keeping(task));
            complete(task);
        } catch (DeliveryFailedException e) {
            fail(platform, task, e.getMessage());
        } catch (RuntimeException e) {
            log.warn("推送 {} 至 {} 时出错", sharingNo, platform, e);
            fail(platform, task, String.valueOf(e.getMessage()));
        }
    }

    /** Renews the claim on a long delivery once half of it has run out. */
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
     * Completes one delivery of a sharing at a time: they all count down in the same execution.
     * What was delivered is in the ledger already, so completion may be repeated when another node
     * was faster.
     */
    private void complete(LockedExternalTask task) {
        synchronized (completing[Math.floorMod(task.getProcessInstanceId().hashCode(), STRIPES)]) {
            for (int i = 1; ; i++) {
                try {
                    externalTasks.complete(task.getId(), workerId);
                    return;
                } catch (OptimisticLockingException e) {
                    if (i == COMPLETIONS) {
                        throw e;
                    }
                }
            }
        }
    }

    private void fail(String platform, LockedExternalTask task, String reason) {
        List<Duration> pauses = properties.retryPauses();
        int left = task.getRetries() == null ? pauses.size() : task.getRetries() - 1;
        Duration pause = left <= 0 ? Duration.ZERO : pauses.get(Math.max(0, pauses.size() - left));
        log.warn("推送至 {} 失败，剩余重试 {} 次：{}", platform, left, reason);
        try {
            externalTasks.handleFailure(
                    task.getId(), workerId, reason, reason, Math.max(0, left), pause.toMillis());
        } catch (RuntimeException e) {
            log.warn("推送失败未能登记，锁定到期后重新推送", e);
        }
    }

    /** The deliveries to one platform. */
    private final class Lane {

        private final String platform;
        private final int capacity;
        private final ExecutorService threads;
        private final AtomicInteger taken = new AtomicInteger();

        Lane(String platform, int concurrency) {
            this.platform = platform;
            this.capacity = 2 * concurrency;
            this.threads =
                    Executors.newFixedThreadPool(
                            concurrency, run -> new Thread(run, "push-" + platform));
        }

        int room() {
            return capacity - taken.get();
        }

        void take(LockedExternalTask task) {
            taken.incrementAndGet();
            threads.execute(
                    () -> {
                        try {
                            work(platform, task);
                        } finally {
                            underWay.remove(task.getId());
                            taken.decrementAndGet();
                            wakeUp.signal();
                        }
                    });
        }

        void close() {
            threads.shutdown();
            try {
                threads.awaitTermination(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            threads.shutdownNow();
        }
    }
}
