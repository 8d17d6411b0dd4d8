package org.creditrepair.application.progress;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.problem.Violation;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.Reference;
import org.creditrepair.task.RefusalReason;
import org.creditrepair.task.TaskAnswer;
import org.creditrepair.task.TaskHandler;
import org.creditrepair.task.TaskSubject;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The human tasks about applications: the stages of a case, and opinions on it (会办). */
@Component
class ApplicationTasks implements TaskHandler {

    private final ItemProgress progress;
    private final Applications applications;
    private final Consultations consultations;
    private final CorrectionDeadline deadline;
    private final ResponsibleUnits responsible;

    ApplicationTasks(
            ItemProgress progress,
            Applications applications,
            Consultations consultations,
            CorrectionDeadline deadline,
            ResponsibleUnits responsible) {
        this.responsible = responsible;
        this.progress = progress;
        this.applications = applications;
        this.consultations = consultations;
        this.deadline = deadline;
    }

    @Override
    public Set<HumanTask> tasks() {
        return EnumSet.of(
                HumanTask.ACCEPTANCE,
                HumanTask.VERIFICATION,
                HumanTask.DECISION,
                HumanTask.OPINION);
    }

    @Override
    public void begun(HumanTask task, TaskSubject subject) {
        if (task.isOfCase()) {
            progress.begin(key(subject), Stage.of(task), subject.warnAt(), subject.dueAt());
        }
    }

    /**
     * The credit office assigns a case and does not decide it; a correction is asked for once; what
     * the rules hold against a repair stands until the record is corrected, so that the person who
     * sees it refuses, or mends the data first.
     */
    @Override
    public Map<Outcome, Violation> refused(HumanTask task, TaskSubject subject) {
        Map<Outcome, Violation> refused = new EnumMap<>(Outcome.class);
        if (!task.isOfCase()) {
            return refused;
        }
        CaseKey key = key(subject);
        String field = task.outcomeField();
        if (applications.item(key).state().corrected()) {
            refused.put(
                    Outcome.CORRECT,
                    new Violation(field, "CORRECTED_ALREADY", "补正只能要求一次，请作出受理或不予受理的决定"));
        }
        List<String> findings = progress.findings(key);
        if (!findings.isEmpty()) {
            Violation against =
                    new Violation(
                            field,
                            "NOT_ELIGIBLE",
                            "依规则核验不符合修复条件：%s。信息有误的先更正，属实的请作%s"
                                    .formatted(
                                            String.join("；", findings),
                                            task == HumanTask.ACCEPTANCE ? "不予受理" : "不予修复"));
            refused.put(Outcome.ACCEPT, against);
            refused.put(Outcome.REPAIR, against);
        }
        CaseFile file = applications.byNumber(key.applicationNo());
        if (responsible.isToBeAssigned(file, file.item(key.itemNo()))) {
            Violation notAssigned =
                    new Violation(field, "NOT_ASSIGNED", "决定机关未能对应到认定单位，请先转办至认定单位；确非本地区认定的，可不予受理");
            task.outcomes().stream()
                    .filter(outcome -> outcome != Outcome.REJECT)
                    .forEach(outcome -> refused.put(outcome, notAssigned));
        }
        return refused;
    }

    @Override
    public void completed(TaskSubject subject, TaskAnswer answer, String actor) {
        String comment = answer.comment();
        switch (answer.outcome()) {
            case ACCEPT -> progress.accept(key(subject), comment, actor);
            case CORRECT -> demandCorrection(subject, comment, actor);
            case REJECT -> progress.reject(key(subject), why(answer), comment, actor);
            case CONFIRMED, NOT_CONFIRMED ->
                    progress.verify(key(subject), answer.outcome(), comment, actor);
            case REPAIR -> progress.decideRepair(key(subject), comment, actor);
            case REFUSE -> progress.decideRefusal(key(subject), why(answer), comment, actor);
            case GIVEN ->
                    consultations.answer(
                            subject.number(Reference.CONSULTATION),
                            subject.region(),
                            comment,
                            actor);
            default -> throw new IllegalStateException(answer.outcome().name());
        }
    }

    private static RefusalReason why(TaskAnswer answer) {
        return Objects.requireNonNull(answer.refusalReason());
    }

    private void demandCorrection(TaskSubject subject, @Nullable String comment, String actor) {
        progress.demandCorrection(
                key(subject),
                Objects.requireNonNull(comment),
                actor,
                deadline.correctionEnd(subject.region()));
    }

    /** The case, which must be of the process's region. */
    private CaseKey key(TaskSubject subject) {
        CaseKey key = CaseKey.parse(subject.reference());
        RegionCode region = applications.byNumber(key.applicationNo()).region();
        if (!region.equals(subject.region())) {
            throw new IllegalStateException(key + " 不属于办理地区 " + subject.region());
        }
        return key;
    }
}
