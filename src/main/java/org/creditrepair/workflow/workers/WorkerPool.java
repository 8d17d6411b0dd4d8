package org.creditrepair.workflow.workers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread pool for the external tasks of one topic handler on this node. */
final class WorkerPool {

    private static final Logger log = LoggerFactory.getLogger(WorkerPool.class);

    private final ExternalWork work;
    private final int capacity;
    private final ExecutorService threads;
    private final AtomicInteger taken = new AtomicInteger();

    WorkerPool(ExternalWork work) {
        this.work = work;
        this.capacity = 2 * work.concurrency();
        this.threads =
                Executors.newFixedThreadPool(
                        work.concurrency(), run -> new Thread(run, work.topic()));
    }

    ExternalWork work() {
        return work;
    }

    /** How many more tasks may be taken now. */
    int room() {
        int room = capacity - taken.get();
        return room > 0 && work.isAccepting() ? room : 0;
    }

    boolean isFree() {
        return room() > 0;
    }

    /** Takes a task: runs it as soon as a thread is free. */
    void take(Runnable task) {
        taken.incrementAndGet();
        threads.execute(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        log.warn("{} 出错", work.topic(), e);
                    } finally {
                        taken.decrementAndGet();
                    }
                });
    }

    /** Waits for running tasks, up to a timeout. */
    void close(long millis) {
        threads.shutdown();
        try {
            threads.awaitTermination(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
