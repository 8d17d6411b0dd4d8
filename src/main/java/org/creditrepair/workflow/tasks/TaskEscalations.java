package org.creditrepair.workflow.tasks;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Stage;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.supervision.escalation.Escalation;
import org.creditrepair.supervision.escalation.Escalation.Step;
import org.creditrepair.supervision.escalation.Escalation.Waiting;
import org.creditrepair.supervision.escalation.Escalations;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.queue.QueuedTask;
import org.creditrepair.workflow.queue.TaskQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Escalates waiting tasks: recipients and texts of each step. */
@Component
public class TaskEscalations {

    private static final Set<Stage> OF_CASES =
            EnumSet.of(Stage.ACCEPTANCE, Stage.VERIFICATION, Stage.DECISION);

    private final Escalations escalations;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Catalog catalog;
    private final Accounts accounts;
    private final TaskQueue queue;
    private final BusinessClock clock;

    public TaskEscalations(
            Escalations escalations,
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            Catalog catalog,
            Accounts accounts,
            TaskQueue queue,
            BusinessClock clock) {
        this.escalations = escalations;
        this.tasks = tasks;
        this.runtime = runtime;
        this.catalog = catalog;
        this.accounts = accounts;
        this.queue = queue;
        this.clock = clock;
    }

    /** 临期提醒: to the unit and whoever claimed the task, once for each due date. */
    public boolean warn(Task task) {
        String group = group(task);
        return enter(
                task,
                Step.WARNED,
                due(task),
                null,
                null,
                recipients(group, task.getAssignee()),
                what(task) + "剩余 1 个工作日，应于 " + due(task) + " 24 时前办结");
    }

    /** 超期通报: to those who lead the unit and to the region's supervisors, once. */
    public boolean breach(Task task) {
        String group = group(task);
        return enter(
                task,
                Step.BREACHED,
                due(task),
                null,
                null,
                List.of(Unit.headsOf(group), region(task).supervisors()),
                what(task) + "已超期，应于 " + due(task) + " 24 时前办结；" + who(task, group));
    }

    /** 超期通报 of a sharing that platforms do not follow. */
    public void breach(
            RegionCode region, String sharing, String waitingId, String group, String text) {
        String reference = CaseKey.leading(sharing).map(CaseKey::toString).orElse(sharing);
        escalations.enter(
                new Escalation(
                        new Waiting(region, reference, waitingId, Stage.SHARING, group, null),
                        Step.BREACHED,
                        "",
                        text,
                        null,
                        clock.now()),
                List.of(Unit.headsOf(group), catalog.region(region).supervisors()),
                reference + " " + text);
    }

    /** 每日催办: to the unit, those who lead it and whoever claimed the task, once a day. */
    public boolean remind(Task task) {
        String group = group(task);
        return enter(
                task,
                Step.REMINDED,
                clock.today().toString(),
                null,
                null,
                recipients(group, Unit.headsOf(group), task.getAssignee()),
                what(task) + "仍未办结，应于 " + due(task) + " 24 时前办结，请尽快办理");
    }

    /**
     * A step that a person takes, as often as they like.
     *
     * @param recipients groups and accounts; null ones are left out
     * @param text behind the name of the task
     */
    void byPerson(
            Task task,
            Step step,
            String reason,
            String actor,
            List<String> recipients,
            String text) {
        enter(
                task,
                step,
                UUID.randomUUID().toString(),
                reason,
                actor,
                recipients,
                what(task) + " " + text);
    }

    /** What whoever has a task is called: a person, or the unit until somebody has claimed it. */
    String holder(Task task) {
        return task.getAssignee() == null
                ? unitName(task, group(task))
                : accounts.called(task.getAssignee());
    }

    /** What an account is called. */
    String called(String account) {
        return accounts.called(account);
    }

    /** Whether a task is a step of a case, and not of another matter. */
    boolean isCase(Task task) {
        return OF_CASES.contains(stage(task)) && CaseKey.isWellFormed(reference(task));
    }

    /** The engine group that has a task. */
    public String group(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Business key of a task. */
    public String reference(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    /** The stage that a task is. */
    public static Stage stage(Task task) {
        return Stage.valueOf(task.getTaskDefinitionKey().toUpperCase(Locale.ROOT));
    }

    private boolean enter(
            Task task,
            Step step,
            String turn,
            @Nullable String reason,
            @Nullable String actor,
            Collection<String> recipients,
            String text) {
        return escalations.enter(
                new Escalation(
                        new Waiting(
                                new RegionCode(task.getTenantId()),
                                reference(task),
                                task.getExecutionId(),
                                stage(task),
                                group(task),
                                task.getAssignee()),
                        step,
                        turn,
                        reason,
                        actor,
                        clock.now()),
                recipients,
                text);
    }

    private Region region(Task task) {
        return catalog.region(new RegionCode(task.getTenantId()));
    }

    /** The case, its subject and the stage; the business key of what is about no case. */
    private String what(Task task) {
        Optional<QueuedTask.About> about = queue.row(task.getId()).map(QueuedTask::about);
        String reference = about.map(QueuedTask.About::caseKey).orElseGet(() -> reference(task));
        String subject = about.map(QueuedTask.About::subject).map(name -> name + " ").orElse("");
        return reference + " " + subject + stage(task).text();
    }

    private String unitName(Task task, String group) {
        return region(task).units().stream()
                .filter(one -> one.group(region(task).code()).equals(group))
                .map(Unit::name)
                .findFirst()
                .orElse(group);
    }

    private String who(Task task, String group) {
        return "办理单位："
                + unitName(task, group)
                + "，"
                + (task.getAssignee() == null
                        ? "尚未认领"
                        : "已由 " + accounts.called(task.getAssignee()) + " 认领");
    }

    private static String due(Task task) {
        return BusinessClock.at(task.getDueDate()).toLocalDate().toString();
    }

    private static List<String> recipients(String... all) {
        return Stream.of(all).filter(Objects::nonNull).toList();
    }
}
