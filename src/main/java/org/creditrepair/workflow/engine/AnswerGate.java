package org.creditrepair.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.TaskAnswer;

/** Lets an answer pass only with the fields of its task, before the engine writes any of them. */
final class AnswerGate {

    private final TaskService tasks;

    AnswerGate(TaskService tasks) {
        this.tasks = tasks;
    }

    /**
     * @param taskId of a task that whoever asks may see
     * @param fields that are given
     * @throws RefusedException if there is no such task, or it does not take a field
     */
    void check(String taskId, Set<String> fields) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw RefusedException.notFound("taskId", "无此任务，或已办结");
        }
        HumanTask.ofKey(task.getTaskDefinitionKey())
                .ifPresent(human -> TaskAnswer.checkFields(human, fields));
    }
}
