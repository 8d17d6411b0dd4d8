package org.creditrepair.workflow.workers;

import java.time.Duration;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.workflow.process.NoticeDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends notices as soon as they are committed. What cannot be sent, and what a crash left behind,
 * becomes a process.
 */
@Component
class NoticesAtOnce {

    private static final Logger log = LoggerFactory.getLogger(NoticesAtOnce.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PlatformWork platforms;
    private final FirstAttempts attempts;
    private final NoticeDelivery delivery;
    private final PushLedger ledger;
    private final Catalog catalog;
    private final BusinessClock clock;
    private final ThreadPoolTaskScheduler scheduler;

    NoticesAtOnce(
            PlatformWork platforms,
            FirstAttempts attempts,
            NoticeDelivery delivery,
            PushLedger ledger,
            Catalog catalog,
            BusinessClock clock,
            ThreadPoolTaskScheduler scheduler) {
        this.platforms = platforms;
        this.attempts = attempts;
        this.delivery = delivery;
        this.ledger = ledger;
        this.catalog = catalog;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void entered(NoticeDelivery.Entered notice) {
        platforms
                .freeWay(notice.region(), notice.platform())
                .ifPresentOrElse(way -> send(way, notice), () -> later(notice));
    }

    private void send(Way way, NoticeDelivery.Entered notice) {
        way.lane()
                .take(
                        () -> {
                            if (!attempts.isSettledBy(way.connector(), notice.sharingNo())) {
                                takeOver(notice);
                            }
                        });
    }

    /** The transaction that has just been committed still holds this thread. */
    private void later(NoticeDelivery.Entered notice) {
        scheduler.execute(() -> takeOver(notice));
    }

    private void takeOver(NoticeDelivery.Entered notice) {
        delivery.takeOver(notice.region(), notice.sharingNo(), notice.platform());
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT5S")
    void takeUpWhatWasLeft() {
        ledger.unattended(catalog.regionCodes(), clock.now().minus(PATIENCE))
                .forEach(
                        push -> {
                            try {
                                delivery.takeOver(
                                        push.content().region(),
                                        push.content().sharingNo(),
                                        push.content().platform());
                            } catch (RuntimeException e) {
                                log.warn(
                                        "Notice {} has no process yet",
                                        push.content().sharingNo(),
                                        e);
                            }
                        });
    }
}
