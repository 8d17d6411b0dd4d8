package org.creditrepair.workflow.gate;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.TaskAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Lets an answer pass only with the fields of its task, and only of whoever has claimed it, before
 * the engine writes any of them. Whoever may not see a task learns nothing of it from a refusal.
 */
final class AnswerGate {

    private final TaskService tasks;
    private final Supplier<CommandExecutor> commands;
    private final Supplier<Accounts> accounts;

    /**
     * @param commands of the service that answers come through; it has them once it is set up
     */
    AnswerGate(TaskService tasks, Supplier<CommandExecutor> commands, Supplier<Accounts> accounts) {
        this.tasks = tasks;
        this.commands = commands;
        this.accounts = accounts;
    }

    /**
     * Answers a task, whose right to be answered the engine checks itself.
     *
     * @param fields that are given
     * @throws RefusedException if there is no such task that whoever asks may see, another has
     *     claimed it, or it does not take a field
     */
    <T> T answer(String taskId, Set<String> fields, Supplier<T> engine) {
        try {
            check(find(taskId), fields);
            return engine.get();
        } catch (OptimisticLockingException e) {
            throw e;
        } catch (RefusedException | ProcessEngineException e) {
            if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
                throw RefusedException.notFound("taskId", "无此任务，或已办结");
            }
            throw e;
        }
    }

    /** The same, where the engine returns nothing. */
    void answer(String taskId, Set<String> fields, Runnable engine) {
        answer(
                taskId,
                fields,
                () -> {
                    engine.run();
                    return true;
                });
    }

    private void check(@Nullable TaskEntity task, Set<String> fields) {
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

    /** Whether whoever asks may see it or not. */
    private @Nullable TaskEntity find(String taskId) {
        return commands.get().execute(context -> context.getTaskManager().findTaskById(taskId));
    }
}
