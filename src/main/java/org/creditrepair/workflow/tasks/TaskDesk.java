package org.creditrepair.workflow.tasks;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.access.account.Account;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.supervision.status.QueueLooks;
import org.creditrepair.task.HumanTask;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.BusinessKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists, claims and completes the tasks of a login, several in one request (批量办理). */
@Service
public class TaskDesk {

    private static final int MOST = 1_000;

    private final TaskService tasks;
    private final BusinessKeys keys;
    private final Applications applications;
    private final WorkingCalendars calendars;
    private final BusinessClock clock;
    private final QueueLooks looks;
    private final TransactionTemplate each;

    public TaskDesk(
            TaskService tasks,
            BusinessKeys keys,
            Applications applications,
            WorkingCalendars calendars,
            BusinessClock clock,
            QueueLooks looks,
            PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.keys = keys;
        this.applications = applications;
        this.calendars = calendars;
        this.clock = clock;
        this.looks = looks;
        this.each = new TransactionTemplate(transactions);
    }

    /**
     * Completion of a task.
     *
     * @param outcome code of the outcome
     * @param comment may be null where the outcome favours the applicant
     * @param refusalReason kind of reason of a refusal; null for other outcomes
     * @param details the fields that only this task's answers have
     */
    public record Completion(
            String taskId,
            String outcome,
            String comment,
            String refusalReason,
            Map<String, String> details) {}

    /**
     * Result of one task of a batch.
     *
     * @param errors empty if it was done
     */
    public record Done(String taskId, List<Violation> errors) {}

    /** The open tasks of an account's units and its own, the most urgent first, 1,000 at most. */
    public List<DeskTask> tasks(RegionCode region, Account account) {
        looks.note(account.name(), account.groups());
        List<Task> open =
                tasks.createTaskQuery()
                        .tenantIdIn(region.value())
                        .taskCandidateGroupIn(List.copyOf(account.groups()))
                        .includeAssignedTasks()
                        .active()
                        .orderByDueDate()
                        .asc()
                        .listPage(0, MOST);
        return describe(open);
    }

    private List<DeskTask> describe(List<Task> open) {
        if (open.isEmpty()) {
            return List.of();
        }
        Map<String, String> references =
                keys.findAll(
                        open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()));
        Map<String, String> subjects =
                applications.subjectNames(
                        references.values().stream()
                                .filter(CaseKey::isWellFormed)
                                .map(key -> CaseKey.parse(key).applicationNo())
                                .collect(Collectors.toSet()));
        List<DeskTask> described = new ArrayList<>();
        for (Task task : open) {
            String reference = references.get(task.getProcessInstanceId());
            String subject =
                    reference != null && CaseKey.isWellFormed(reference)
                            ? subjects.get(CaseKey.parse(reference).applicationNo())
                            : null;
            described.add(describe(task, reference, subject));
        }
        return described;
    }

    private DeskTask describe(Task task, @Nullable String reference, @Nullable String subject) {
        WorkingCalendar calendar = calendars.forRegion(new RegionCode(task.getTenantId()));
        OffsetDateTime due = BusinessClock.at(task.getDueDate());
        OffsetDateTime warn = BusinessClock.at(task.getFollowUpDate());
        return new DeskTask(
                task.getId(),
                TaskEscalations.stage(task),
                task.getName(),
                reference,
                subject,
                task.getAssignee(),
                BusinessClock.at(task.getCreateTime()),
                due,
                calendar.remaining(clock.today(), due.toLocalDate()),
                calendar.isCertain(due.toLocalDate()),
                SlaStatus.running(warn, due, clock.now()));
    }

    /** Claims tasks, each in a transaction of its own. */
    public List<Done> claim(List<String> taskIds, Account account) {
        return each(taskIds, id -> tasks.claim(found(id).getId(), account.name()));
    }

    /**
     * Gives tasks back to the unit (取消认领), each in a transaction of its own; those that the account
     * does not have are refused.
     */
    public List<Done> release(List<String> taskIds, Account account) {
        return each(
                taskIds,
                id -> {
                    Task task = found(id);
                    if (!account.name().equals(task.getAssignee())) {
                        throw RefusedException.conflict("taskId", "NOT_YOURS", "该任务不由本人认领");
                    }
                    tasks.setAssignee(id, null);
                });
    }

    /** Claims and completes tasks, each by itself. */
    public List<Done> complete(List<Completion> completions, Account account) {
        return completions.stream()
                .map(one -> done(one.taskId(), () -> complete(one, account)))
                .toList();
    }

    private void complete(Completion completion, Account account) {
        Task task = found(completion.taskId());
        if (!account.name().equals(task.getAssignee())) {
            tasks.claim(task.getId(), account.name());
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put(task.getTaskDefinitionKey() + "Outcome", completion.outcome());
        variables.put(HumanTask.COMMENT, completion.comment());
        if (HumanTask.ofKey(task.getTaskDefinitionKey())
                .filter(one -> one.fields().contains(HumanTask.REFUSAL_REASON))
                .isPresent()) {
            variables.put(
                    HumanTask.REFUSAL_REASON,
                    Objects.requireNonNullElse(completion.refusalReason(), ""));
        }
        completion.details().forEach(variables::putIfAbsent);
        tasks.complete(task.getId(), variables);
    }

    /** Does something with each of several tasks, in a transaction of its own. */
    public List<Done> each(List<String> taskIds, Consumer<String> work) {
        return taskIds.stream().map(id -> done(id, () -> work.accept(id))).toList();
    }

    private Done done(String taskId, Runnable work) {
        try {
            each.executeWithoutResult(status -> work.run());
            return new Done(taskId, List.of());
        } catch (RefusedException | ProcessEngineException | ConcurrencyFailureException e) {
            return new Done(
                    taskId,
                    RefusedException.in(e)
                            .map(TaskDesk::violations)
                            .orElseGet(
                                    () ->
                                            List.of(
                                                    new Violation(
                                                            "taskId",
                                                            "STATE_CHANGED",
                                                            "该任务已由他人认领或办结，请刷新"))));
        }
    }

    private static List<Violation> violations(RefusedException refusal) {
        return refusal.violations().isEmpty()
                ? List.of(
                        new Violation("taskId", "FORBIDDEN", String.valueOf(refusal.getMessage())))
                : refusal.violations().stream().map(TaskDesk::asAsked).toList();
    }

    /** A violation by the field of the batch: the outcome's field is named after its task there. */
    private static Violation asAsked(Violation violation) {
        boolean outcome =
                Stream.of(HumanTask.values())
                        .map(HumanTask::outcomeField)
                        .anyMatch(violation.field()::equals);
        return outcome
                ? new Violation("outcome", violation.code(), violation.message())
                : violation;
    }

    /**
     * An open task of a region that whoever is logged in may see.
     *
     * @throws RefusedException if there is none
     */
    Task found(RegionCode region, String taskId) {
        Task task = found(taskId);
        if (!region.value().equals(task.getTenantId())) {
            throw RefusedException.notFound("taskId", "该地区无此任务：" + taskId);
        }
        return task;
    }

    private Task found(@Nullable String taskId) {
        if (Violations.isBlank(taskId)) {
            throw RefusedException.invalid(List.of(Violation.required("taskId")));
        }
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw RefusedException.notFound("taskId", "该任务已办结，或不在本单位");
        }
        return task;
    }
}
