package org.creditrepair.workflow.steps;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.creditrepair.application.CaseKey;
import org.creditrepair.application.ItemProgress;
import org.creditrepair.application.Stage;
import org.creditrepair.workflow.TaskEscalations;
import org.springframework.stereotype.Component;

/** Notes that a limit is near and tells those who have the task. */
@Component
class Warnings {

    private final ItemProgress progress;
    private final TaskService tasks;
    private final TaskEscalations escalations;

    Warnings(ItemProgress progress, TaskService tasks, TaskEscalations escalations) {
        this.progress = progress;
        this.tasks = tasks;
        this.escalations = escalations;
    }

    void warn(CaseKey key, Stage stage, DelegateExecution execution) {
        progress.warn(key, stage);
        warn(execution);
    }

    void warn(DelegateExecution execution) {
        escalations.warn(
                tasks.createTaskQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .singleResult());
    }
}
