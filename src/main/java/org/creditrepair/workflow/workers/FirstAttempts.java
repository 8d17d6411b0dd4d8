package org.creditrepair.workflow.workers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.creditrepair.sharing.connection.Connector;
import org.creditrepair.sharing.connection.DeliverPushes;
import org.creditrepair.sharing.connection.DeliveryFailedException;
import org.creditrepair.sharing.connection.DeliveryFailedException.Kind;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.sharing.ledger.PushLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tries each sharing once before any process waits for its platforms, and remembers what failed, so
 * that the process takes it for its own first attempt and pauses before the next.
 */
@Component
class FirstAttempts {

    private static final Logger log = LoggerFactory.getLogger(FirstAttempts.class);
    private static final int REMEMBERED = 10_000;
    private static final Duration UNTIL_TAKEN_UP = Duration.ofMinutes(1);

    private final DeliverPushes deliver;
    private final PushLedger ledger;
    private final Cache<Part, DeliveryFailedException> failures =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(UNTIL_TAKEN_UP).build();

    FirstAttempts(DeliverPushes deliver, PushLedger ledger) {
        this.deliver = deliver;
        this.ledger = ledger;
    }

    /**
     * Tries to deliver the undelivered pushes of a sharing to a platform.
     *
     * @return whether everything is settled
     */
    boolean isSettledBy(Connector connector, String sharingNo) {
        return isSettledBy(connector, sharingNo, outstanding(connector, sharingNo));
    }

    /** The same, with what is outstanding. */
    boolean isSettledBy(Connector connector, String sharingNo, List<Push> outstanding) {
        try {
            return deliver.deliver(connector, outstanding, () -> {});
        } catch (DeliveryFailedException e) {
            if (e.kind() != Kind.POSTPONED) {
                failures.put(new Part(sharingNo, connector.platform()), e);
            }
        } catch (RuntimeException e) {
            log.warn("首次推送出错：{} {}", connector.platform(), sharingNo, e);
        }
        return false;
    }

    /**
     * Delivers for a process.
     *
     * @param first whether the process has not tried yet; a retry never fails by what is remembered
     * @throws DeliveryFailedException if it fails now, or failed when it was tried first
     */
    void deliver(Connector connector, String sharingNo, boolean first, Runnable keeping)
            throws DeliveryFailedException {
        DeliveryFailedException failure =
                failures.asMap().remove(new Part(sharingNo, connector.platform()));
        if (first && failure != null) {
            throw failure;
        }
        deliver.deliver(connector, outstanding(connector, sharingNo), keeping);
    }

    private List<Push> outstanding(Connector connector, String sharingNo) {
        return ledger.outstanding(sharingNo, Set.of(connector.platform()));
    }

    private record Part(String sharingNo, String platform) {}
}
