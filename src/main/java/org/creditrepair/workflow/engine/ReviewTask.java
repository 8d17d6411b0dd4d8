package org.creditrepair.workflow.engine;

import java.util.Arrays;
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
    DECISION("decision", Variables.DECISION_OUTCOME, List.of("REPAIR", "REFUSE"), Set.of("REFUSE"));

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

    static Optional<ReviewTask> of(String taskDefinitionKey) {
        return Arrays.stream(values())
                .filter(task -> task.key.equals(taskDefinitionKey))
                .findFirst();
    }
}
