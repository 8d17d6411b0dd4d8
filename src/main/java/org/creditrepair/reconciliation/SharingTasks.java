package org.creditrepair.reconciliation;

import java.util.Set;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.Reference;
import org.creditrepair.task.TaskAnswer;
import org.creditrepair.task.TaskHandler;
import org.creditrepair.task.TaskSubject;
import org.springframework.stereotype.Component;

/** The human task about reconciliations: the comment is what was found (对账差异核对). */
@Component
class SharingTasks implements TaskHandler {

    private final Reconciliations reconciliations;

    SharingTasks(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @Override
    public Set<HumanTask> tasks() {
        return Set.of(HumanTask.CLARIFICATION);
    }

    @Override
    public void completed(TaskSubject subject, TaskAnswer answer, String actor) {
        reconciliations.remark(
                subject.number(Reference.RECONCILIATION),
                subject.region(),
                answer.comment(),
                actor);
    }
}
