package org.creditrepair.task;

import java.util.Set;

/**
 * A module's part in its human tasks. Both methods run in the transaction that creates or completes
 * the task; an exception undoes it.
 */
public interface TaskHandler {

    /** The tasks that the module owns; no two handlers share one. */
    Set<HumanTask> tasks();

    /** A task has been created. */
    default void begun(HumanTask task, TaskSubject subject) {}

    /**
     * A task is being completed.
     *
     * @param actor account that answers
     * @throws org.creditrepair.problem.RefusedException if the answer does not fit what the tables
     *     say
     * @throws IllegalStateException if the row belongs to another region or is decided already
     */
    void completed(TaskSubject subject, TaskAnswer answer, String actor);
}
