package org.creditrepair.workflow;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.access.Accounts;
import org.creditrepair.application.Applications;
import org.creditrepair.application.CaseClock;
import org.creditrepair.application.CaseKey;
import org.creditrepair.application.Consultation;
import org.creditrepair.application.ItemProgress;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RepairPath;
import org.creditrepair.catalog.RuleTables;
import org.creditrepair.catalog.Unit;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.supervision.Escalation.Step;
import org.creditrepair.supervision.Escalations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with a task besides finishing it: reviewers hand it over, ask another unit or send
 * a copy; supervisors urge, reassign and extend. Everything is entered in the register.
 */
@Service
public class TaskActions {

    private static final String EXTENSION = "extension";
    private static final String OTHER_MATTERS = "其他事项";
    private static final int MAX_REASON = 1000;

    private final TaskDesk desk;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final AsServer server;
    private final Accounts accounts;
    private final Applications applications;
    private final ItemProgress progress;
    private final CaseClock caseClock;
    private final CaseRouting routing;
    private final MatterProcesses matters;
    private final TaskEscalations escalations;
    private final Escalations register;
    private final LimitMover mover;
    private final RuleTables tables;
    private final Catalog catalog;
    private final WorkingCalendars calendars;
    private final BusinessClock clock;
    private final WorkflowProperties properties;

    public TaskActions(
            TaskDesk desk,
            TaskService tasks,
            AuthorizationService authorizations,
            AsServer server,
            Accounts accounts,
            Applications applications,
            ItemProgress progress,
            CaseClock caseClock,
            CaseRouting routing,
            MatterProcesses matters,
            TaskEscalations escalations,
            Escalations register,
            LimitMover mover,
            RuleTables tables,
            Catalog catalog,
            WorkingCalendars calendars,
            BusinessClock clock,
            WorkflowProperties properties) {
        this.desk = desk;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.server = server;
        this.accounts = accounts;
        this.applications = applications;
        this.progress = progress;
        this.caseClock = caseClock;
        this.routing = routing;
        this.matters = matters;
        this.escalations = escalations;
        this.register = register;
        this.mover = mover;
        this.tables = tables;
        this.catalog = catalog;
        this.calendars = calendars;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Hands a task over (转办, or 改派 by a supervisor): to a colleague of the unit that has it, or to
     * another unit, which then reviews the case.
     *
     * @param unit code of another unit; null for a colleague
     * @param account of the colleague; null for another unit
     * @param step TRANSFERRED or REASSIGNED
     * @throws RefusedException if neither or both are named, or the one named cannot have it
     */
    @Transactional
    public void handOver(
            String region,
            String taskId,
            String unit,
            String account,
            String reason,
            Step step,
            String actor) {
        Violations wrong = new Violations(clock.today());
        wrong.text("reason", reason, MAX_REASON);
        if (Violations.isBlank(unit) == Violations.isBlank(account)) {
            wrong.add(new Violation("unit", "EITHER", "须填写接办单位或接办人之一"));
        }
        refuse(wrong);
        Task task = found(region, taskId);
        server.run(
                () -> {
                    String text = step.text() + "：" + reason.strip();
                    String from = escalations.group(task);
                    if (Violations.isBlank(unit)) {
                        toColleague(task, from, account.strip());
                        enter(task, step, reason, actor, List.of(account.strip()), text);
                    } else {
                        String to = toUnit(region, task, from, unit.strip());
                        enter(task, step, reason, actor, List.of(from, to), text);
                    }
                });
    }

    private void toColleague(Task task, String group, String account) {
        if (!accounts.isMember(account, group)) {
            throw RefusedException.invalid("account", "NOT_MEMBER", "不是办理单位的人员：" + account);
        }
        tasks.setAssignee(task.getId(), account);
    }

    private String toUnit(String regionCode, Task task, String from, String code) {
        Region region = catalog.region(regionCode);
        Unit unit = unit(region, "unit", code);
        String to = unit.group(region.code());
        if (to.equals(from)) {
            throw RefusedException.invalid("unit", "SAME_UNIT", "该任务已由此单位办理");
        }
        tasks.setAssignee(task.getId(), null);
        authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .list()
                .forEach(known -> authorizations.deleteAuthorization(known.getId()));
        tasks.deleteCandidateGroup(task.getId(), from);
        tasks.addCandidateGroup(task.getId(), to);
        String reference = escalations.reference(task);
        if (isCase(task) && from.equals(routing.reviewGroup(reference))) {
            progress.transfer(CaseKey.parse(reference), unit.code());
        }
        return to;
    }

    /**
     * Asks another unit for its opinion (会办).
     *
     * @param workingDays how long it has, 1 to the operator's limit of a stage
     */
    @Transactional
    public Consultation consult(
            String regionCode,
            String taskId,
            String unit,
            String question,
            Integer workingDays,
            String actor) {
        Violations wrong = new Violations(clock.today());
        wrong.text("unit", unit, 40);
        wrong.text("question", question, MAX_REASON);
        days(wrong, workingDays, properties.stageWorkingDays());
        refuse(wrong);
        Region region = catalog.region(regionCode);
        Unit asked = unit(region, "unit", unit.strip());
        Task task = found(regionCode, taskId);
        return server.call(
                () ->
                        matters.consult(
                                region.code(),
                                escalations.reference(task),
                                escalations.group(task),
                                asked.code(),
                                question.strip(),
                                workingDays,
                                actor));
    }

    /** Lets other units know of a case (抄送). */
    @Transactional
    public void copy(
            String regionCode, String taskId, List<String> units, String note, String actor) {
        Violations wrong = new Violations(clock.today());
        wrong.optional("note", note, MAX_REASON);
        if (units == null || units.isEmpty()) {
            wrong.add(Violation.required("units"));
        }
        refuse(wrong);
        Region region = catalog.region(regionCode);
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            groups.add(unit(region, "units[" + i + "]", units.get(i)).group(region.code()));
        }
        Task task = found(regionCode, taskId);
        String said = Violations.isBlank(note) ? "" : "：" + note.strip();
        server.run(() -> enter(task, Step.COPIED, note, actor, groups, "抄送" + said));
    }

    /** A supervisor urges (督办): the unit, those who lead it and whoever claimed the task. */
    @Transactional
    public void urge(String region, String taskId, String reason, String actor) {
        Violations wrong = new Violations(clock.today());
        wrong.text("reason", reason, MAX_REASON);
        refuse(wrong);
        Task task = found(region, taskId);
        server.run(
                () -> {
                    String group = escalations.group(task);
                    List<String> told =
                            Stream.of(group, Unit.headsOf(group), task.getAssignee())
                                    .filter(Objects::nonNull)
                                    .toList();
                    enter(task, Step.URGED, reason, actor, told, "督办：" + reason.strip());
                });
    }

    /**
     * A supervisor extends the limit of a task (延长时限), once, before it has passed, where the table
     * {@code extension} allows it.
     *
     * @param workingDays by how many, 1 to the operator's bound
     */
    @Transactional
    public void extend(
            String region, String taskId, Integer workingDays, String reason, String actor) {
        Violations wrong = new Violations(clock.today());
        wrong.text("reason", reason, MAX_REASON);
        days(wrong, workingDays, properties.extensionWorkingDays());
        refuse(wrong);
        Task task = found(region, taskId);
        server.run(
                () -> {
                    checkExtension(task);
                    Map<OffsetDateTime, OffsetDateTime> moved = later(task, workingDays);
                    mover.move(task.getProcessInstanceId(), moved);
                    String text =
                            "时限延长 "
                                    + workingDays
                                    + " 个工作日，至 "
                                    + moved.get(BusinessClock.at(task.getDueDate())).toLocalDate()
                                    + " 24 时："
                                    + reason.strip();
                    List<String> told =
                            Stream.of(escalations.group(task), task.getAssignee())
                                    .filter(Objects::nonNull)
                                    .toList();
                    enter(task, Step.EXTENDED, reason, actor, told, text);
                });
    }

    private void checkExtension(Task task) {
        if (task.isSuspended()) {
            throw RefusedException.conflict("taskId", "SUSPENDED", "该办件已中止，不能延长时限");
        }
        if (clock.now().isAfter(BusinessClock.at(task.getDueDate()))) {
            throw RefusedException.conflict("taskId", "OVERDUE", "已超期的任务不能延长时限");
        }
        if (register.wasTaken(task.getExecutionId(), Step.EXTENDED)) {
            throw RefusedException.conflict("taskId", "EXTENDED_ALREADY", "每个环节只能延长一次");
        }
        RuleTables.Row rule =
                tables.rows(
                                EXTENSION,
                                Map.of(
                                        "path",
                                        path(task),
                                        "stage",
                                        TaskEscalations.stage(task).text(),
                                        "day",
                                        clock.today()))
                        .get(0);
        if (!rule.flag("allowed")) {
            throw RefusedException.conflict("taskId", "NOT_ALLOWED", "现行规定未载明此环节可以延长时限");
        }
    }

    private String path(Task task) {
        if (!isCase(task)) {
            return OTHER_MATTERS;
        }
        CaseKey key = CaseKey.parse(escalations.reference(task));
        String item = applications.itemCode(key);
        return RepairPath.of(catalog.item(task.getTenantId(), item).path()).text();
    }

    private Map<OffsetDateTime, OffsetDateTime> later(Task task, int workingDays) {
        if (isCase(task)) {
            return caseClock.extend(CaseKey.parse(escalations.reference(task)), workingDays);
        }
        WorkingCalendar calendar = calendars.of(task.getTenantId());
        OffsetDateTime warn = BusinessClock.at(task.getFollowUpDate());
        OffsetDateTime due = BusinessClock.at(task.getDueDate());
        return Map.of(
                warn, calendar.later(warn, workingDays), due, calendar.later(due, workingDays));
    }

    private void enter(
            Task task,
            Step step,
            String reason,
            String actor,
            Collection<String> recipients,
            String text) {
        escalations.byPerson(
                task, step, UUID.randomUUID().toString(), reason, actor, recipients, " " + text);
    }

    private boolean isCase(Task task) {
        return CaseKey.isWellFormed(escalations.reference(task))
                && List.of("acceptance", "verification", "decision")
                        .contains(task.getTaskDefinitionKey());
    }

    private Task found(String region, String taskId) {
        Task task = desk.found(taskId);
        if (!region.equals(task.getTenantId())) {
            throw RefusedException.notFound("taskId", "该地区无此任务：" + taskId);
        }
        return task;
    }

    private static Unit unit(Region region, String field, String code) {
        return region.units().stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> RefusedException.invalid(field, "UNKNOWN_UNIT", "本地区无此单位：" + code));
    }

    private static void days(Violations wrong, Integer workingDays, int most) {
        if (workingDays == null) {
            wrong.add(Violation.required("workingDays"));
        } else if (workingDays < 1 || workingDays > most) {
            wrong.add(new Violation("workingDays", "RANGE", "须在 1 至 " + most + " 之间"));
        }
    }

    private static void refuse(Violations wrong) {
        if (!wrong.isEmpty()) {
            throw RefusedException.invalid(wrong.found());
        }
    }
}
