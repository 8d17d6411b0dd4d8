package org.creditrepair.workflow.queue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Fills the queue at the start with the tasks that a server without one has left. */
@Component
public class QueueFilling implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(QueueFilling.class);

    private final QueueKeeper queue;

    QueueFilling(QueueKeeper queue) {
        this.queue = queue;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int written = queue.fill();
        if (written > 0) {
            log.info("待办队列补记 {} 个任务", written);
        }
    }
}
