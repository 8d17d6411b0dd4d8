package org.creditrepair.workflow.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.TaskAnswer;
import org.creditrepair.task.TaskHandler;
import org.creditrepair.task.TaskHandlers;
import org.creditrepair.task.TaskSubject;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.queue.QueueKeeper;
import org.springframework.stereotype.Component;

/**
 * Watches over human tasks, whoever works on them and by whichever interface: only members of the
 * unit take them, nobody changes them, only answers that {@link TaskAnswer} accepts end them. What
 * an answer means is the handler's.
 */
@Component
class HumanTaskListener implements TaskListener {

    private static final Set<String> CLAIMING = Set.of(TaskEntity.ASSIGNEE);

    private final TaskHandlers handlers;
    private final Accounts accounts;
    private final QueueKeeper queue;

    HumanTaskListener(TaskHandlers handlers, Accounts accounts, QueueKeeper queue) {
        this.handlers = handlers;
        this.accounts = accounts;
        this.queue = queue;
    }

    @Override
    public void notify(DelegateTask task) {
        HumanTask human = HumanTask.ofKey(task.getTaskDefinitionKey()).orElseThrow();
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> created(task, human);
            case EVENTNAME_ASSIGNMENT -> assigned(task);
            case EVENTNAME_UPDATE -> updated((TaskEntity) task);
            case EVENTNAME_COMPLETE -> completed(task, human);
            case EVENTNAME_DELETE -> queue.ended(task.getId());
            default -> throw new IllegalStateException(task.getEventName());
        }
    }

    private void created(DelegateTask task, HumanTask human) {
        human.fields().forEach(task.getExecution()::removeVariable);
        handlers.of(human).begun(human, subject(task));
        queue.begun(task, human);
    }

    private void assigned(DelegateTask task) {
        String assignee = task.getAssignee();
        boolean member =
                assignee == null
                        || task.getCandidates().stream()
                                .anyMatch(link -> accounts.isMember(assignee, link.getGroupId()));
        if (!member) {
            throw RefusedException.forbidden("只有办理单位的人员可以认领：" + assignee);
        }
    }

    /** Limits are set by rule and calendar; a person changes nothing of a task but who has it. */
    private void updated(TaskEntity task) {
        boolean byPerson = Context.getCommandContext().getAuthentication() != null;
        if (byPerson && !CLAIMING.containsAll(task.getPropertyChanges().keySet())) {
            throw RefusedException.forbidden("办理时限依规定和工作日历确定，任务不能修改");
        }
        queue.changed(task);
    }

    private void completed(DelegateTask task, HumanTask human) {
        DelegateExecution execution = task.getExecution();
        Map<String, Object> given = new HashMap<>();
        for (String field : human.fields()) {
            given.put(field, task.getVariable(field));
        }
        TaskAnswer answer = TaskAnswer.of(human, given);
        TaskHandler handler = handlers.of(human);
        Violation refusal = handler.refused(human, subject(task)).get(answer.outcome());
        if (refusal != null) {
            throw RefusedException.invalid(List.of(refusal));
        }
        handler.completed(subject(task), answer, actor(task));
        queue.ended(task.getId());
        human.fields().stream()
                .filter(field -> !field.equals(human.outcomeField()))
                .forEach(execution::removeVariable);
    }

    private static TaskSubject subject(DelegateTask task) {
        return new TaskSubject(
                task.getExecution().getProcessBusinessKey(),
                new RegionCode(task.getTenantId()),
                BusinessClock.at(task.getFollowUpDate()),
                BusinessClock.at(task.getDueDate()));
    }

    private static String actor(DelegateTask task) {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        String actor = authentication == null ? task.getAssignee() : authentication.getUserId();
        if (actor == null) {
            throw RefusedException.forbidden("请先认领任务，再提交结果");
        }
        return actor;
    }
}
