package org.creditrepair.workflow.tasks;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.progress.CaseClock;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.supervision.escalation.Escalation.Step;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.limits.LimitMover;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Extends the limit of a task (延长时限), once, before it has passed, where the table {@code extension}
 * allows it.
 */
@Service
public class LimitExtension {

    private final TaskDesk desk;
    private final RunAsServer server;
    private final ExtensionPolicy policy;
    private final CaseClock caseClock;
    private final TaskEscalations escalations;
    private final LimitMover mover;
    private final WorkingCalendars calendars;

    public LimitExtension(
            TaskDesk desk,
            RunAsServer server,
            ExtensionPolicy policy,
            CaseClock caseClock,
            TaskEscalations escalations,
            LimitMover mover,
            WorkingCalendars calendars) {
        this.desk = desk;
        this.server = server;
        this.policy = policy;
        this.caseClock = caseClock;
        this.escalations = escalations;
        this.mover = mover;
        this.calendars = calendars;
    }

    /**
     * A supervisor extends a limit.
     *
     * @param workingDays by how many, 1 to the operator's bound
     * @throws RefusedException if a field is wrong, or the limit cannot be extended
     */
    @Transactional
    public void extend(
            RegionCode region, String taskId, Integer workingDays, String reason, String actor) {
        policy.check(workingDays, reason);
        Task task = desk.found(region, taskId);
        server.run(
                () -> {
                    policy.check(task);
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

    private Map<OffsetDateTime, OffsetDateTime> later(Task task, int workingDays) {
        if (escalations.isCase(task)) {
            return caseClock.extend(CaseKey.parse(escalations.reference(task)), workingDays);
        }
        WorkingCalendar calendar = calendars.forRegion(new RegionCode(task.getTenantId()));
        OffsetDateTime warn = BusinessClock.at(task.getFollowUpDate());
        OffsetDateTime due = BusinessClock.at(task.getDueDate());
        return Map.of(
                warn, calendar.later(warn, workingDays), due, calendar.later(due, workingDays));
    }
}
