package org.creditrepair.workflow.engine;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.progress.CaseClock;
import org.creditrepair.workflow.limits.LimitMover;
import org.creditrepair.workflow.queue.QueueKeeper;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stops the clock of a case when its process is suspended, by whichever interface. The engine by
 * itself would fire every timer that came due meanwhile as soon as the process is resumed.
 */
@Component
class SuspensionClock implements HistoryEventHandler {

    private final CaseClock clock;
    private final LimitMover mover;
    private final RunAsServer server;
    private final QueueKeeper queue;

    SuspensionClock(
            @Lazy CaseClock clock, LimitMover mover, @Lazy RunAsServer server, QueueKeeper queue) {
        this.queue = queue;
        this.clock = clock;
        this.mover = mover;
        this.server = server;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_UPDATE)
                && event instanceof HistoricProcessInstanceEventEntity process) {
            queue.suspended(
                    process.getProcessInstanceId(),
                    HistoricProcessInstance.STATE_SUSPENDED.equals(process.getState()));
            stopOrGoOn(process);
        }
    }

    private void stopOrGoOn(HistoricProcessInstanceEventEntity process) {
        if (CaseKey.isWellFormed(process.getBusinessKey())) {
            CaseKey key = CaseKey.parse(process.getBusinessKey());
            if (HistoricProcessInstance.STATE_SUSPENDED.equals(process.getState())) {
                clock.pause(key);
            } else if (HistoricProcessInstance.STATE_ACTIVE.equals(process.getState())) {
                move(process.getProcessInstanceId(), clock.resume(key));
            }
        }
    }

    /**
     * Moves tasks and timers with the limits they stand for: in the same transaction, but after the
     * engine has written that they go on.
     */
    private void move(String instance, Map<OffsetDateTime, OffsetDateTime> moved) {
        if (!moved.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            server.run(() -> mover.move(instance, moved));
                        }
                    });
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
