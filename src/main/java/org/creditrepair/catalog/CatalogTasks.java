package org.creditrepair.catalog;

import java.util.Set;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.Reference;
import org.creditrepair.task.TaskAnswer;
import org.creditrepair.task.TaskHandler;
import org.creditrepair.task.TaskSubject;
import org.springframework.stereotype.Component;

/** The human task about changes of lists: the credit office agrees or does not (名单调整确认). */
@Component
class CatalogTasks implements TaskHandler {

    private final ListAdjustments adjustments;

    CatalogTasks(ListAdjustments adjustments) {
        this.adjustments = adjustments;
    }

    @Override
    public Set<HumanTask> tasks() {
        return Set.of(HumanTask.CONFIRMATION);
    }

    @Override
    public void completed(TaskSubject subject, TaskAnswer answer, String actor) {
        adjustments.decide(
                subject.number(Reference.ADJUSTMENT),
                subject.region(),
                answer.outcome() == Outcome.CONFIRM,
                answer.comment(),
                actor);
    }
}
