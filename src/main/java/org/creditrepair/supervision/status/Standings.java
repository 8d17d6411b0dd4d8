package org.creditrepair.supervision.status;

import java.util.Optional;
import org.creditrepair.application.progress.CaseMoved;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps where each case stands, and how many stand so, in the transaction in which the case moves,
 * so that counting is adding up a few rows however many cases there are.
 */
@Component
class Standings {

    private final StandingStore store;
    private final OpenTallies open;

    Standings(StandingStore store, OpenTallies open) {
        this.store = store;
        this.open = open;
    }

    /** Once the case stands as it will; a second move in the same transaction changes nothing. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void note(CaseMoved moved) {
        if (!first(moved)) {
            return;
        }
        Standing now = store.present(moved.key());
        Optional<Standing> before = store.noted(moved.key());
        if (before.filter(now::equals).isPresent()) {
            return;
        }
        before.filter(Standing::isOpen).ifPresent(standing -> open.tally(standing, -1));
        if (before.isPresent()) {
            store.update(now);
        } else {
            store.insert(now);
        }
        if (now.isOpen()) {
            open.tally(now, 1);
        } else if (before.isEmpty() || before.get().isOpen()) {
            store.queue(now);
        }
    }

    /** Whether the case has not been noted in this transaction yet. */
    private static boolean first(CaseMoved moved) {
        if (TransactionSynchronizationManager.hasResource(moved)) {
            return false;
        }
        ResourceHolderSupport noted = new ResourceHolderSupport() {};
        TransactionSynchronizationManager.bindResource(moved, noted);
        TransactionSynchronizationManager.registerSynchronization(
                new ResourceHolderSynchronization<>(noted, moved) {});
        return true;
    }
}
