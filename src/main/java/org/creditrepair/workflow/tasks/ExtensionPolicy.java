package org.creditrepair.workflow.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.rules.RuleTable;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.supervision.escalation.Escalation.Step;
import org.creditrepair.supervision.escalation.Escalations;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.WorkflowProperties;
import org.springframework.stereotype.Component;

/** Whether and by how much a limit can be extended (延长时限), by the table {@code extension}. */
@Component
class ExtensionPolicy {

    static final RuleTable<TaskFacts, Extension> TABLE =
            new RuleTable<>("extension", TaskFacts.class, Extension.class);

    private static final String OTHER_MATTERS = "其他事项";

    private final RuleTables tables;
    private final Applications applications;
    private final Catalog catalog;
    private final TaskEscalations escalations;
    private final Escalations register;
    private final BusinessClock clock;
    private final WorkflowProperties properties;

    /** The stage of a task on a day. */
    record TaskFacts(String path, String stage, LocalDate day) {}

    /** Whether a limit may be extended. */
    record Extension(boolean allowed) {}

    ExtensionPolicy(
            RuleTables tables,
            Applications applications,
            Catalog catalog,
            TaskEscalations escalations,
            Escalations register,
            BusinessClock clock,
            WorkflowProperties properties) {
        this.tables = tables;
        this.applications = applications;
        this.catalog = catalog;
        this.escalations = escalations;
        this.register = register;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * @throws RefusedException naming every field that is wrong
     */
    void check(Integer workingDays, String reason) {
        Violations wrong = new Violations(clock.today());
        wrong.text("reason", reason, TaskActions.MAX_REASON);
        wrong.number("workingDays", workingDays, 1, properties.extensionWorkingDays());
        wrong.refuse();
    }

    /**
     * @throws RefusedException if the limit of a task cannot be extended
     */
    void check(Task task) {
        Optional<Violation> against = against(task);
        if (against.isPresent()) {
            throw RefusedException.conflict(List.of(against.get()));
        }
    }

    /** What stands against extending the limit of a task; empty if nothing does. */
    Optional<Violation> against(Task task) {
        if (task.isSuspended()) {
            return against("SUSPENDED", "该办件已中止，不能延长时限");
        }
        if (clock.now().isAfter(BusinessClock.at(task.getDueDate()))) {
            return against("OVERDUE", "已超期的任务不能延长时限");
        }
        if (register.wasTaken(task.getExecutionId(), Step.EXTENDED)) {
            return against("EXTENDED_ALREADY", "每个环节只能延长一次");
        }
        TaskFacts facts =
                new TaskFacts(path(task), TaskEscalations.stage(task).text(), clock.today());
        return tables.row(TABLE, facts).allowed()
                ? Optional.empty()
                : against("NOT_ALLOWED", "现行规定未载明此环节可以延长时限");
    }

    private static Optional<Violation> against(String code, String message) {
        return Optional.of(new Violation("taskId", code, message));
    }

    private String path(Task task) {
        if (!escalations.isCase(task)) {
            return OTHER_MATTERS;
        }
        CaseKey key = CaseKey.parse(escalations.reference(task));
        String item = applications.item(key).itemCode();
        return RepairPath.of(catalog.item(new RegionCode(task.getTenantId()), item).path()).text();
    }
}
