package org.creditrepair.workflow.gate;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.TaskAnswer;

/**
 * Lets an answer pass only with the fields of its task, and only of whoever has claimed it, before
 * the engine writes any of them.
 */
final class AnswerGate {

    private final TaskService tasks;
    private final Supplier<Accounts> accounts;

    AnswerGate(TaskService tasks, Supplier<Accounts> accounts) {
        this.tasks = tasks;
        this.accounts = accounts;
    }

    /**
     * @param taskId of a task that whoever asks may see
     * @param fields that are given
     * @throws RefusedException if there is no such task, another has claimed it, or it does not
     *     take a field
     */
    void check(String taskId, Set<String> fields) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw RefusedException.notFound("taskId", "无此任务，或已办结");
        }
        String assignee = task.getAssignee();
        boolean anothers =
                assignee != null
                        && accounts.get()
                                .nameInEngine()
                                .filter(name -> !name.equals(assignee))
                                .isPresent();
        if (anothers) {
            throw RefusedException.conflict("taskId", "STATE_CHANGED", "任务已由他人认领，不能代为办结");
        }
        HumanTask.ofKey(task.getTaskDefinitionKey())
                .ifPresent(human -> TaskAnswer.checkFields(human, fields));
    }
}
