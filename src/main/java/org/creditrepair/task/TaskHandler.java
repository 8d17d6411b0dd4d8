package org.creditrepair.task;

import java.util.Map;
import java.util.Set;
import org.creditrepair.problem.Violation;

/**
 * A module's part in its human tasks. What it does about a task runs in the transaction that
 * creates or completes it; an exception undoes it.
 */
public interface TaskHandler {

    /** The tasks that the module owns; no two handlers share one. */
    Set<HumanTask> tasks();

    /** A task has been created. */
    default void begun(HumanTask task, TaskSubject subject) {}

    /**
     * The outcomes that an open task cannot end with as things stand, each by what an answer with
     * it would be told.
     */
    default Map<Outcome, Violation> refused(HumanTask task, TaskSubject subject) {
        return Map.of();
    }

    /**
     * A task is being completed, with an outcome that is not refused.
     *
     * @param actor account that answers
     * @throws org.creditrepair.problem.RefusedException if the answer does not fit what the tables
     *     say
     * @throws IllegalStateException if the row belongs to another region or is decided already
     */
    void completed(TaskSubject subject, TaskAnswer answer, String actor);
}
