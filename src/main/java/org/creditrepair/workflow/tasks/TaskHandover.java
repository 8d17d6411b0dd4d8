package org.creditrepair.workflow.tasks;

import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.progress.ItemProgress;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.supervision.escalation.Escalation.Step;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.limits.ResponsibleGroups;
import org.creditrepair.workflow.queue.TaskQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a task to somebody else (转办 by reviewers, 改派 by supervisors). */
@Service
public class TaskHandover {

    private final TaskDesk desk;
    private final TaskQueue queue;
    private final TaskCandidates candidates;
    private final RunAsServer server;
    private final ItemProgress progress;
    private final ResponsibleGroups groups;
    private final TaskEscalations escalations;
    private final Catalog catalog;
    private final BusinessClock clock;

    public TaskHandover(
            TaskDesk desk,
            TaskQueue queue,
            TaskCandidates candidates,
            RunAsServer server,
            ItemProgress progress,
            ResponsibleGroups groups,
            TaskEscalations escalations,
            Catalog catalog,
            BusinessClock clock) {
        this.desk = desk;
        this.queue = queue;
        this.candidates = candidates;
        this.server = server;
        this.progress = progress;
        this.groups = groups;
        this.escalations = escalations;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Whom a task goes to: a colleague of the unit that has it, or another unit, which then reviews
     * the case.
     *
     * @param unit code of another unit; null for a colleague
     * @param account of the colleague; null for another unit
     */
    public record Recipient(@Nullable String unit, @Nullable String account) {}

    /**
     * Hands a task over.
     *
     * @param step TRANSFERRED or REASSIGNED
     * @throws RefusedException if neither or both are named, or the one named cannot have it
     */
    @Transactional
    public void handOver(
            RegionCode region,
            String taskId,
            Recipient to,
            String reason,
            Step step,
            String actor) {
        Violations wrong = new Violations(clock.today());
        wrong.text("reason", reason, TaskActions.MAX_REASON);
        String unit = StringUtils.stripToEmpty(to.unit());
        String colleague = StringUtils.stripToEmpty(to.account());
        if (unit.isEmpty() == colleague.isEmpty()) {
            wrong.add(new Violation("account", "EITHER", "请选择接办人，或改选接办单位"));
        }
        wrong.refuse();
        Task task = desk.found(region, taskId);
        server.run(
                () -> {
                    String from = escalations.group(task);
                    String before = escalations.holder(task);
                    List<String> told =
                            unit.isEmpty()
                                    ? List.of(toColleague(task, from, colleague))
                                    : List.of(from, toUnit(region, task, from, unit));
                    String after =
                            unit.isEmpty()
                                    ? escalations.called(colleague)
                                    : catalog.region(region).unit(unit).name();
                    String said = "由" + before + "至" + after + "：" + reason.strip();
                    escalations.byPerson(
                            task,
                            step,
                            StringUtils.abbreviate(said, TaskActions.MAX_REASON),
                            actor,
                            told,
                            step.text() + "，" + said);
                });
    }

    /**
     * Hands a task of the unit that somebody leads over to one of its people.
     *
     * @param head who leads the unit
     * @throws RefusedException if the unit has no such task, or the one named is not of the unit
     */
    @Transactional
    public void withinLedUnit(
            RegionCode region, String taskId, Recipient to, String reason, Account head) {
        boolean led =
                queue.row(taskId)
                        .filter(row -> row.region().equals(region) && queue.isLed(row, head))
                        .isPresent();
        if (!led) {
            throw RefusedException.notFound("taskId", "无此任务，或已办结：" + taskId);
        }
        if (!Violations.isBlank(to.unit())) {
            throw RefusedException.invalid("unit", "NOT_ALLOWED", "负责人只能改由本单位人员办理；转其他单位请督查人员改派");
        }
        server.run(() -> handOver(region, taskId, to, reason, Step.REASSIGNED, head.name()));
    }

    private String toColleague(Task task, String group, String account) {
        candidates.assign(task, group, account);
        return account;
    }

    private String toUnit(RegionCode regionCode, Task task, String from, String code) {
        Region region = catalog.region(regionCode);
        Unit unit = region.namedUnit("unit", code);
        String to = unit.group(region.code());
        if (to.equals(from)) {
            throw RefusedException.invalid("unit", "SAME_UNIT", "该任务已由此单位办理");
        }
        candidates.replace(task, from, to);
        String reference = escalations.reference(task);
        if (escalations.isCase(task) && from.equals(groups.ofCase(reference))) {
            progress.transfer(CaseKey.parse(reference), unit.code());
        }
        return to;
    }
}
