package org.creditrepair.workflow.engine;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.creditrepair.workflow.Variables;

/** The human tasks of a path with the outcomes each may have. */
enum ReviewTask {
    /** 受理审查. */
    ACCEPTANCE(
            "acceptance",
            Variables.ACCEPTANCE_OUTCOME,
            List.of("ACCEPT", "CORRECT", "REJECT"),
            Set.of("CORRECT", "REJECT")),
    /** 核查: what its result is goes to the decision. */
    VERIFICATION(
            "verification",
            Variables.VERIFICATION_OUTCOME,
            List.of("CONFIRMED", "NOT_CONFIRMED"),
            Set.of("NOT_CONFIRMED")),
    /** 审核决定. */
    DECISION("decision", Variables.DECISION_OUTCOME, List.of("REPAIR", "REFUSE"), Set.of("REFUSE")),
    /** 公示复核. */
    REASSESSMENT(
            "reassessment",
            Variables.REASSESSMENT_OUTCOME,
            List.of("END", "CONTINUE"),
            Set.of("CONTINUE")),
    /** 撤销修复. */
    REVOCATION(
            "revocation",
            Variables.REVOCATION_OUTCOME,
            List.of("REVOKE", "KEEP"),
            Set.of("REVOKE")),
    /** 确认名单调整. */
    CONFIRMATION(
            "confirmation",
            Variables.CONFIRMATION_OUTCOME,
            List.of("CONFIRM", "RETURN"),
            Set.of("RETURN")),
    /** 核对外部结果. */
    ARBITRATION(
            "arbitration",
            Variables.ARBITRATION_OUTCOME,
            List.of("APPLY", "DISMISS"),
            Set.of("DISMISS")),
    /** 核对对账差异: the comment is what was found. */
    CLARIFICATION(
            "clarification",
            Variables.CLARIFICATION_OUTCOME,
            List.of("CLARIFIED"),
            Set.of("CLARIFIED")),
    /** 答复热线诉求: the comment is the answer. */
    REPLY("reply", Variables.REPLY_OUTCOME, List.of("ANSWERED"), Set.of("ANSWERED")),
    /** 会办: the comment is the opinion. */
    OPINION("opinion", Variables.OPINION_OUTCOME, List.of("GIVEN"), Set.of("GIVEN"));

    private static final Set<ReviewTask> OF_CASES = EnumSet.of(ACCEPTANCE, VERIFICATION, DECISION);

    final String key;
    final String outcomeVariable;
    final List<String> outcomes;
    final Set<String> against;

    ReviewTask(String key, String outcomeVariable, List<String> outcomes, Set<String> against) {
        this.key = key;
        this.outcomeVariable = outcomeVariable;
        this.outcomes = outcomes;
        this.against = against;
    }

    /** Whether the task is a step of an application's case. */
    boolean isOfCase() {
        return OF_CASES.contains(this);
    }

    static Optional<ReviewTask> of(String taskDefinitionKey) {
        return Arrays.stream(values())
                .filter(task -> task.key.equals(taskDefinitionKey))
                .findFirst();
    }
}
