package org.creditrepair.workflow.engine;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.creditrepair.access.Accounts;
import org.creditrepair.application.Applications;
import org.creditrepair.application.CaseItem;
import org.creditrepair.application.CaseKey;
import org.creditrepair.application.Consultations;
import org.creditrepair.application.ItemProgress;
import org.creditrepair.application.RefusalReason;
import org.creditrepair.application.StageRecord;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.ListAdjustments;
import org.creditrepair.hotline.Hotline;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.registry.DisplayReviews;
import org.creditrepair.registry.ExternalResults;
import org.creditrepair.sharing.Reconciliations;
import org.creditrepair.workflow.CaseLimits;
import org.creditrepair.workflow.Variables;
import org.springframework.stereotype.Component;

/**
 * Watches over review tasks, whoever works on them and by whichever interface: only members of the
 * unit take them, nobody moves their limits, only outcomes of the contract end them, and each step
 * is noted in the case.
 */
@Component
class ReviewTaskListener implements TaskListener {

    private static final int MAX_COMMENT = 1000;
    private static final List<String> REFUSALS =
            Stream.of(RefusalReason.values()).map(RefusalReason::name).toList();

    private final ItemProgress progress;
    private final Applications applications;
    private final Accounts accounts;
    private final CaseLimits limits;
    private final DisplayReviews reviews;
    private final ListAdjustments adjustments;
    private final Hotline hotline;
    private final ExternalResults results;
    private final Reconciliations reconciliations;
    private final Consultations consultations;

    ReviewTaskListener(
            ItemProgress progress,
            Applications applications,
            Accounts accounts,
            CaseLimits limits,
            DisplayReviews reviews,
            ListAdjustments adjustments,
            Hotline hotline,
            ExternalResults results,
            Reconciliations reconciliations,
            Consultations consultations) {
        this.consultations = consultations;
        this.reconciliations = reconciliations;
        this.results = results;
        this.hotline = hotline;
        this.limits = limits;
        this.reviews = reviews;
        this.adjustments = adjustments;
        this.progress = progress;
        this.applications = applications;
        this.accounts = accounts;
    }

    @Override
    public void notify(DelegateTask task) {
        ReviewTask review = ReviewTask.of(task.getTaskDefinitionKey()).orElseThrow();
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> created(task, review);
            case EVENTNAME_ASSIGNMENT -> assigned(task);
            case EVENTNAME_UPDATE -> updated(task, review);
            case EVENTNAME_COMPLETE -> completed(task, review);
            default -> throw new IllegalStateException(task.getEventName());
        }
    }

    private void created(DelegateTask task, ReviewTask review) {
        task.getExecution().removeVariable(review.outcomeVariable);
        OffsetDateTime warnAt = BusinessClock.at(task.getFollowUpDate());
        OffsetDateTime dueAt = BusinessClock.at(task.getDueDate());
        switch (review) {
            case ACCEPTANCE -> progress.beginAcceptance(key(task), warnAt, dueAt);
            case VERIFICATION -> progress.beginVerification(key(task), warnAt, dueAt);
            case DECISION -> progress.beginDecision(key(task), warnAt, dueAt);
            case REASSESSMENT,
                    REVOCATION,
                    CONFIRMATION,
                    ARBITRATION,
                    CLARIFICATION,
                    REPLY,
                    OPINION -> {}
        }
    }

    private void assigned(DelegateTask task) {
        String assignee = task.getAssignee();
        boolean member =
                assignee == null
                        || task.getCandidates().stream()
                                .anyMatch(link -> accounts.isMember(assignee, link.getGroupId()));
        if (!member) {
            throw RefusedException.forbidden("只有办理单位的人员可以认领：" + assignee);
        }
    }

    /** Limits are set by rule and calendar, not by those whom they bind. */
    private void updated(DelegateTask task, ReviewTask review) {
        if (!review.isOfCase()) {
            return;
        }
        CaseKey key = key(task);
        List<StageRecord> stages = item(key).stages();
        OffsetDateTime limit = stages.get(stages.size() - 1).dueAt();
        if (!limit.equals(BusinessClock.at(task.getDueDate()))) {
            throw RefusedException.forbidden("办理时限依规定和工作日历确定，不能修改");
        }
    }

    private void completed(DelegateTask task, ReviewTask review) {
        String outcome = text(task.getVariable(review.outcomeVariable));
        String comment = text(task.getVariable(Variables.COMMENT));
        check(task, review, outcome, comment);
        task.getExecution().removeVariable(Variables.COMMENT);
        if (review.isOfCase()) {
            ended(key(task), task, outcome, comment, actor(task));
        } else {
            decided((Long) task.getVariable(Variables.MATTER_ID), outcome, comment, actor(task));
        }
    }

    private void decided(long matter, String outcome, String comment, String actor) {
        switch (outcome) {
            case "CONFIRM" -> adjustments.confirm(matter, comment);
            case "RETURN" -> adjustments.giveBack(matter, comment);
            case "APPLY", "DISMISS" -> results.decide(matter, outcome, comment, actor);
            case "CLARIFIED" -> reconciliations.remark(matter, comment, actor);
            case "GIVEN" -> consultations.answer(matter, comment, actor);
            case "ANSWERED" -> hotline.answer(matter, comment, actor);
            default -> reviews.decide(matter, outcome, comment, actor);
        }
    }

    private void ended(
            CaseKey key, DelegateTask task, String outcome, String comment, String actor) {
        switch (outcome) {
            case "ACCEPT" -> progress.accept(key, comment, actor);
            case "CORRECT" ->
                    progress.demandCorrection(
                            key, comment, actor, limits.correctionEnd(task.getTenantId()));
            case "REJECT" -> progress.reject(key, refusal(task), comment, actor);
            case "CONFIRMED", "NOT_CONFIRMED" -> progress.verify(key, outcome, comment, actor);
            case "REPAIR" -> progress.decideRepair(key, comment, actor);
            case "REFUSE" -> progress.decideRefusal(key, refusal(task), comment, actor);
            default -> throw new IllegalStateException(outcome);
        }
    }

    private void check(DelegateTask task, ReviewTask review, String outcome, String comment) {
        List<Violation> wrong = new ArrayList<>();
        if (outcome == null) {
            wrong.add(Violation.required(review.outcomeVariable));
        } else if (!review.outcomes.contains(outcome)) {
            wrong.add(
                    Violation.invalid(
                            review.outcomeVariable,
                            "取值须为 " + String.join("、", review.outcomes) + " 之一"));
        } else if (review.against.contains(outcome) && comment == null) {
            wrong.add(new Violation(Variables.COMMENT, "REQUIRED", "不利于申请人的结果须填写意见，说明理由或须补正的内容"));
        }
        String refusal = text(task.getVariable(Variables.REFUSAL_REASON));
        if (refusal != null && !REFUSALS.contains(refusal)) {
            wrong.add(
                    Violation.invalid(
                            Variables.REFUSAL_REASON,
                            "取值须为 " + String.join("、", REFUSALS) + " 之一"));
        }
        if (comment != null && comment.length() > MAX_COMMENT) {
            wrong.add(new Violation(Variables.COMMENT, "TOO_LONG", "不能超过 " + MAX_COMMENT + " 字"));
        }
        if ("CORRECT".equals(outcome) && item(key(task)).corrected()) {
            wrong.add(
                    new Violation(
                            review.outcomeVariable, "CORRECTED_ALREADY", "补正只能要求一次，请作出受理或不予受理的决定"));
        }
        if (!wrong.isEmpty()) {
            throw RefusedException.invalid(wrong);
        }
    }

    /** The kind of reason that was chosen; other reasons if none was. */
    private static RefusalReason refusal(DelegateTask task) {
        String chosen = text(task.getVariable(Variables.REFUSAL_REASON));
        task.getExecution().removeVariable(Variables.REFUSAL_REASON);
        return chosen == null ? RefusalReason.OTHER : RefusalReason.valueOf(chosen);
    }

    private CaseItem item(CaseKey key) {
        return applications.byNumber(key.applicationNo()).item(key.itemNo());
    }

    private static String actor(DelegateTask task) {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        return authentication != null ? authentication.getUserId() : task.getAssignee();
    }

    private static CaseKey key(DelegateTask task) {
        return CaseKey.parse(task.getExecution().getProcessBusinessKey());
    }

    private static String text(Object value) {
        return value == null || value.toString().isBlank() ? null : value.toString().strip();
    }
}
