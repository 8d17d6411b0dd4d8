package org.creditrepair.workflow.engine;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.application.CaseClock;
import org.creditrepair.application.CaseKey;
import org.creditrepair.calendar.BusinessClock;
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
    private final TaskService tasks;
    private final ManagementService management;
    private final IdentityService identity;

    SuspensionClock(
            @Lazy CaseClock clock,
            @Lazy TaskService tasks,
            @Lazy ManagementService management,
            @Lazy IdentityService identity) {
        this.identity = identity;
        this.clock = clock;
        this.tasks = tasks;
        this.management = management;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_UPDATE)
                && event instanceof HistoricProcessInstanceEventEntity process
                && CaseKey.isWellFormed(process.getBusinessKey())) {
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
                            asNobody(() -> moveNow(instance, moved));
                        }
                    });
        }
    }

    private void asNobody(Runnable work) {
        Authentication caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            work.run();
        } finally {
            identity.setAuthentication(caller);
        }
    }

    private void moveNow(String instance, Map<OffsetDateTime, OffsetDateTime> moved) {
        for (Task task : tasks.createTaskQuery().processInstanceId(instance).list()) {
            task.setDueDate(later(task.getDueDate(), moved));
            task.setFollowUpDate(later(task.getFollowUpDate(), moved));
            tasks.saveTask(task);
        }
        for (Job timer : management.createJobQuery().processInstanceId(instance).timers().list()) {
            Date due = later(timer.getDuedate(), moved);
            if (!due.equals(timer.getDuedate())) {
                management.setJobDuedate(timer.getId(), due);
            }
        }
    }

    private static Date later(Date moment, Map<OffsetDateTime, OffsetDateTime> moved) {
        OffsetDateTime later = moved.get(BusinessClock.at(moment));
        return later == null ? moment : Date.from(later.toInstant());
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
