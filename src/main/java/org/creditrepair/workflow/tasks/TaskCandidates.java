package org.creditrepair.workflow.tasks;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.workflow.queue.QueueKeeper;
import org.springframework.stereotype.Component;

/** Who may work on a task: one account of a group, or another group. */
@Component
class TaskCandidates {

    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final Accounts accounts;
    private final QueueKeeper queue;

    TaskCandidates(
            TaskService tasks,
            AuthorizationService authorizations,
            Accounts accounts,
            QueueKeeper queue) {
        this.queue = queue;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.accounts = accounts;
    }

    /**
     * Gives a task to an account of the group that has it.
     *
     * @throws RefusedException if the account is no member of the group
     */
    void assign(Task task, String group, String account) {
        if (!accounts.isMember(account, group)) {
            throw RefusedException.invalid("account", "NOT_MEMBER", "不是办理单位的人员：" + account);
        }
        tasks.setAssignee(task.getId(), account);
    }

    /** Gives a task to another group; the one before loses every right to it. */
    void replace(Task task, String from, String to) {
        tasks.setAssignee(task.getId(), null);
        authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .list()
                .forEach(known -> authorizations.deleteAuthorization(known.getId()));
        tasks.deleteCandidateGroup(task.getId(), from);
        tasks.addCandidateGroup(task.getId(), to);
        queue.handedOver(task.getId(), to);
    }
}
