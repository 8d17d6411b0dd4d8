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
 * Updates the projection of case statuses and the counts before the commit of the transaction that
 * moves a case. Runs once a transaction, so it sees the final state; repeated events are no-ops.
 */
@Component
class CaseStatusProjection {

    private final CaseStatusStore store;
    private final OpenCaseCounts open;

    CaseStatusProjection(CaseStatusStore store, OpenCaseCounts open) {
        this.store = store;
        this.open = open;
    }

    /** Once the case stands as it will; a second move in the same transaction changes nothing. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void note(CaseMoved moved) {
        if (!first(moved)) {
            return;
        }
        CaseStatus now = store.present(moved.key());
        Optional<CaseStatus> before = store.noted(moved.key());
        if (before.filter(now::equals).isPresent()) {
            return;
        }
        if (before.isPresent()) {
            store.update(now);
        } else {
            store.insert(now);
        }
        open.move(before.filter(CaseStatus::isOpen).orElse(null), now.isOpen() ? now : null);
        if (!now.isOpen() && (before.isEmpty() || before.get().isOpen())) {
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
