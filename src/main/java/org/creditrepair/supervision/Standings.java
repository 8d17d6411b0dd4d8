package org.creditrepair.supervision;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.creditrepair.application.CaseKey;
import org.creditrepair.application.CaseMoved;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
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

    @EventListener
    void note(CaseMoved moved) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Moved.class::isInstance)
                .map(Moved.class::cast)
                .findFirst()
                .orElseGet(this::atCommit)
                .keys
                .add(moved.key());
    }

    private Moved atCommit() {
        Moved moved = new Moved(store, open);
        TransactionSynchronizationManager.registerSynchronization(moved);
        return moved;
    }

    /** The cases that moved in a transaction, each noted once before it commits. */
    private static final class Moved implements TransactionSynchronization, Ordered {

        private final StandingStore store;
        private final OpenTallies open;
        private final Set<CaseKey> keys = new LinkedHashSet<>();

        private Moved(StandingStore store, OpenTallies open) {
            this.store = store;
            this.open = open;
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            keys.forEach(this::note);
        }

        private void note(CaseKey key) {
            Standing now = store.present(key);
            Optional<Standing> before = store.noted(key);
            if (before.isPresent() && before.get().equals(now)) {
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
    }
}
