package org.creditrepair.workflow.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.supervision.escalation.Escalation.Step;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.WorkflowProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do about a task that stays where it is: reviewers ask another unit or send a copy,
 * supervisors urge. Everything is entered in the register.
 */
@Service
public class TaskActions {

    static final int MAX_REASON = 1000;

    private final TaskDesk desk;
    private final RunAsServer server;
    private final Consultations consultations;
    private final TaskEscalations escalations;
    private final Catalog catalog;
    private final BusinessClock clock;
    private final WorkflowProperties properties;

    public TaskActions(
            TaskDesk desk,
            RunAsServer server,
            Consultations consultations,
            TaskEscalations escalations,
            Catalog catalog,
            BusinessClock clock,
            WorkflowProperties properties) {
        this.desk = desk;
        this.server = server;
        this.consultations = consultations;
        this.escalations = escalations;
        this.catalog = catalog;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Asks another unit for its opinion (会办).
     *
     * @param workingDays how long it has, 1 to the operator's limit of a stage
     * @throws RefusedException naming every field that is wrong
     */
    @Transactional
    public Consultation consult(
            RegionCode regionCode,
            String taskId,
            String unit,
            String question,
            Integer workingDays,
            String actor) {
        Violations wrong = new Violations(clock.today());
        wrong.text("unit", unit, 40);
        wrong.text("question", question, MAX_REASON);
        wrong.number("workingDays", workingDays, 1, properties.stageWorkingDays());
        wrong.refuse();
        Region region = catalog.region(regionCode);
        Unit asked = region.namedUnit("unit", unit.strip());
        Task task = desk.found(regionCode, taskId);
        return server.call(
                () ->
                        consultations.ask(
                                region.code(),
                                escalations.reference(task),
                                escalations.group(task),
                                asked.code(),
                                question.strip(),
                                workingDays,
                                actor));
    }

    /**
     * Lets other units know of a case (抄送).
     *
     * @throws RefusedException naming every field that is wrong
     */
    @Transactional
    public void copy(
            RegionCode regionCode, String taskId, List<String> units, String note, String actor) {
        Violations wrong = new Violations(clock.today());
        wrong.optional("note", note, MAX_REASON);
        if (units == null || units.isEmpty()) {
            wrong.add(Violation.required("units"));
        }
        wrong.refuse();
        Region region = catalog.region(regionCode);
        List<Unit> told = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            told.add(region.namedUnit("units[" + i + "]", units.get(i)));
        }
        Task task = desk.found(regionCode, taskId);
        String said = Violations.isBlank(note) ? "" : "：" + note.strip();
        String remark = "送" + told.stream().map(Unit::name).collect(Collectors.joining("、")) + said;
        List<String> groups = told.stream().map(unit -> unit.group(region.code())).toList();
        server.run(
                () -> escalations.byPerson(task, Step.COPIED, remark, actor, groups, "抄送" + said));
    }

    /**
     * A supervisor urges (督办): the unit, those who lead it and whoever claimed the task.
     *
     * @throws RefusedException if no reason is given
     */
    @Transactional
    public void urge(RegionCode region, String taskId, String reason, String actor) {
        Violations wrong = new Violations(clock.today());
        wrong.text("reason", reason, MAX_REASON);
        wrong.refuse();
        Task task = desk.found(region, taskId);
        server.run(
                () -> {
                    String group = escalations.group(task);
                    escalations.byPerson(
                            task,
                            Step.URGED,
                            reason,
                            actor,
                            Arrays.asList(group, Unit.headsOf(group), task.getAssignee()),
                            "督办：" + reason.strip());
                });
    }
}
