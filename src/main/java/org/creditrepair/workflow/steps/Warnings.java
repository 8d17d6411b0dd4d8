package org.creditrepair.workflow.steps;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.creditrepair.workflow.tasks.TaskEscalations;
import org.springframework.stereotype.Component;

/** Notifies the unit and assignee of a task whose deadline is near. */
@Component
class Warnings {

    private final TaskService tasks;
    private final TaskEscalations escalations;

    Warnings(TaskService tasks, TaskEscalations escalations) {
        this.tasks = tasks;
        this.escalations = escalations;
    }

    void warn(DelegateExecution execution) {
        escalations.warn(
                tasks.createTaskQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .singleResult());
    }
}
