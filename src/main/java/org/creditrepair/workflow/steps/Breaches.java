package org.creditrepair.workflow.steps;

import java.time.OffsetDateTime;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.supervision.escalation.BreachRegister;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.limits.ResponsibleGroups;
import org.creditrepair.workflow.process.ProcessVariables;
import org.creditrepair.workflow.tasks.TaskEscalations;
import org.springframework.stereotype.Component;

/** Records a breach, shows it on the step that waits and tells those who answer for it. */
@Component
class Breaches {

    /** Type of the incident that shows a missed limit in Cockpit. */
    static final String SLA_BREACH = "slaBreach";

    private static final String SHARE = "callActivity_shareResult";

    private final Applications applications;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final BreachRegister register;
    private final ResponsibleGroups groups;
    private final PlatformLimits platforms;
    private final TaskEscalations escalations;
    private final BusinessClock clock;

    Breaches(
            Applications applications,
            RuntimeService runtime,
            TaskService tasks,
            BreachRegister register,
            ResponsibleGroups groups,
            PlatformLimits platforms,
            TaskEscalations escalations,
            BusinessClock clock) {
        this.applications = applications;
        this.runtime = runtime;
        this.tasks = tasks;
        this.register = register;
        this.groups = groups;
        this.platforms = platforms;
        this.escalations = escalations;
        this.clock = clock;
    }

    /** The open task of a case or another matter has missed its limit. */
    void recordTask(DelegateExecution execution) {
        Task task =
                tasks.createTaskQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .singleResult();
        boolean first =
                record(
                        execution,
                        TaskEscalations.stage(task),
                        escalations.group(task),
                        task.getExecutionId(),
                        BusinessClock.at(task.getDueDate()));
        if (first) {
            escalations.breach(task);
        }
    }

    /** The platforms have not followed the result of a case in time. */
    void recordSharing(CaseKey key, DelegateExecution execution) {
        String waiting =
                runtime.createExecutionQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .activityId(SHARE)
                        .singleResult()
                        .getId();
        List<StageRecord> stages =
                applications.byNumber(key.applicationNo()).item(key.itemNo()).stages();
        String group = groups.ofCase(key.toString());
        OffsetDateTime due = stages.get(stages.size() - 1).limit().dueAt();
        if (record(execution, Stage.SHARING, group, waiting, due)) {
            tell(execution, waiting, group, text(Stage.SHARING, due));
        }
    }

    /** One platform has not followed in time. */
    void recordPlatform(DelegateExecution execution) {
        String platform = (String) execution.getVariable(ProcessVariables.PLATFORM);
        String sharing = execution.getProcessInstanceId();
        String office = groups.creditOffice(new RegionCode(execution.getTenantId()));
        OffsetDateTime due = dueAt(execution);
        platforms
                .scope(sharing, platform)
                .filter(scope -> enter(execution, Stage.SHARING, office, scope, due))
                .ifPresent(
                        scope ->
                                tell(
                                        execution,
                                        scope,
                                        office,
                                        platforms.name(
                                                        new RegionCode(execution.getTenantId()),
                                                        platform)
                                                + text(Stage.SHARING, due)));
        platforms
                .waiting(sharing, platform)
                .ifPresent(waiting -> show(execution, Stage.SHARING, waiting, due));
    }

    /** A wait that begins when the limit is past shows it too. */
    void showPlatform(DelegateExecution execution) {
        OffsetDateTime due = dueAt(execution);
        if (clock.now().isAfter(due)) {
            execution.createIncident(
                    SLA_BREACH, execution.getProcessBusinessKey(), text(Stage.SHARING, due));
        }
    }

    private OffsetDateTime dueAt(DelegateExecution execution) {
        return platforms.dueAt(
                new RegionCode(execution.getTenantId()),
                (String) execution.getVariable(ProcessVariables.PLATFORM),
                execution.getProcessBusinessKey());
    }

    private boolean record(
            DelegateExecution execution,
            Stage stage,
            String group,
            String waitingId,
            OffsetDateTime due) {
        boolean first = enter(execution, stage, group, waitingId, due);
        if (first) {
            show(execution, stage, waitingId, due);
        }
        return first;
    }

    private boolean enter(
            DelegateExecution execution,
            Stage stage,
            String group,
            String waitingId,
            OffsetDateTime due) {
        return register.record(
                new RegionCode(execution.getTenantId()),
                execution.getProcessBusinessKey(),
                stage,
                group,
                waitingId,
                due);
    }

    private void show(
            DelegateExecution execution, Stage stage, String waitingId, OffsetDateTime due) {
        runtime.createIncident(
                SLA_BREACH, waitingId, execution.getProcessBusinessKey(), text(stage, due));
    }

    private void tell(DelegateExecution execution, String waitingId, String group, String text) {
        escalations.breach(
                new RegionCode(execution.getTenantId()),
                execution.getProcessBusinessKey(),
                waitingId,
                group,
                text);
    }

    private static String text(Stage stage, OffsetDateTime due) {
        return stage.text() + "超期，应于 " + due.toLocalDate() + " 前办结";
    }
}
