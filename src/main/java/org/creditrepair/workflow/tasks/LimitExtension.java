package org.creditrepair.workflow.tasks;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.access.account.AsServer;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.application.progress.CaseClock;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violations;
import org.creditrepair.supervision.escalation.Escalation.Step;
import org.creditrepair.supervision.escalation.Escalations;
import org.creditrepair.workflow.WorkflowProperties;
import org.creditrepair.workflow.limits.LimitMover;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Extends the limit of a task (延长时限), once, before it has passed, where the table {@code extension}
 * allows it.
 */
@Service
public class LimitExtension {

    private static final String TABLE = "extension";
    private static final String OTHER_MATTERS = "其他事项";

    private final TaskDesk desk;
    private final AsServer server;
    private final Applications applications;
    private final CaseClock caseClock;
    private final TaskEscalations escalations;
    private final Escalations register;
    private final LimitMover mover;
    private final RuleTables tables;
    private final Catalog catalog;
    private final WorkingCalendars calendars;
    private final BusinessClock clock;
    private final WorkflowProperties properties;

    public LimitExtension(
            TaskDesk desk,
            AsServer server,
            Applications applications,
            CaseClock caseClock,
            TaskEscalations escalations,
            Escalations register,
            LimitMover mover,
            RuleTables tables,
            Catalog catalog,
            WorkingCalendars calendars,
            BusinessClock clock,
            WorkflowProperties properties) {
        this.desk = desk;
        this.server = server;
        this.applications = applications;
        this.caseClock = caseClock;
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
     * A supervisor extends a limit.
     *
     * @param workingDays by how many, 1 to the operator's bound
     * @throws RefusedException if a field is wrong, or the limit cannot be extended
     */
    @Transactional
    public void extend(
            String region, String taskId, Integer workingDays, String reason, String actor) {
        Violations wrong = new Violations(clock.today());
        wrong.text("reason", reason, TaskActions.MAX_REASON);
        wrong.number("workingDays", workingDays, 1, properties.extensionWorkingDays());
        wrong.refuse();
        Task task = desk.found(region, taskId);
        server.run(
                () -> {
                    check(task);
                    Map<OffsetDateTime, OffsetDateTime> moved = later(task, workingDays);
                    mover.move(task.getProcessInstanceId(), moved);
                    escalations.byPerson(
                            task,
                            Step.EXTENDED,
                            reason,
                            actor,
                            Arrays.asList(escalations.group(task), task.getAssignee()),
                            "时限延长 "
                                    + workingDays
                                    + " 个工作日，至 "
                                    + Objects.requireNonNull(
                                                    moved.get(BusinessClock.at(task.getDueDate())))
                                            .toLocalDate()
                                    + " 24 时："
                                    + reason.strip());
                });
    }

    private void check(Task task) {
        if (task.isSuspended()) {
            throw RefusedException.conflict("taskId", "SUSPENDED", "该办件已中止，不能延长时限");
        }
        if (clock.now().isAfter(BusinessClock.at(task.getDueDate()))) {
            throw RefusedException.conflict("taskId", "OVERDUE", "已超期的任务不能延长时限");
        }
        if (register.wasTaken(task.getExecutionId(), Step.EXTENDED)) {
            throw RefusedException.conflict("taskId", "EXTENDED_ALREADY", "每个环节只能延长一次");
        }
        Map<String, Object> facts =
                Map.of(
                        "path",
                        path(task),
                        "stage",
                        TaskEscalations.stage(task).text(),
                        "day",
                        clock.today());
        if (!tables.rows(TABLE, facts).get(0).flag("allowed")) {
            throw RefusedException.conflict("taskId", "NOT_ALLOWED", "现行规定未载明此环节可以延长时限");
        }
    }

    private String path(Task task) {
        if (!escalations.isCase(task)) {
            return OTHER_MATTERS;
        }
        CaseKey key = CaseKey.parse(escalations.reference(task));
        String item = applications.itemCode(key);
        return RepairPath.of(catalog.item(task.getTenantId(), item).path()).text();
    }

    private Map<OffsetDateTime, OffsetDateTime> later(Task task, int workingDays) {
        if (escalations.isCase(task)) {
            return caseClock.extend(CaseKey.parse(escalations.reference(task)), workingDays);
        }
        WorkingCalendar calendar = calendars.of(task.getTenantId());
        OffsetDateTime warn = BusinessClock.at(task.getFollowUpDate());
        OffsetDateTime due = BusinessClock.at(task.getDueDate());
        return Map.of(
                warn, calendar.later(warn, workingDays), due, calendar.later(due, workingDays));
    }
}
