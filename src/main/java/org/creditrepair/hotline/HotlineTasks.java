package org.creditrepair.hotline;

import java.util.Set;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.Reference;
import org.creditrepair.task.TaskAnswer;
import org.creditrepair.task.TaskHandler;
import org.creditrepair.task.TaskSubject;
import org.springframework.stereotype.Component;

/** The human task about hotline requests: the comment is the answer (热线答复). */
@Component
class HotlineTasks implements TaskHandler {

    private final Hotline hotline;

    HotlineTasks(Hotline hotline) {
        this.hotline = hotline;
    }

    @Override
    public Set<HumanTask> tasks() {
        return Set.of(HumanTask.REPLY);
    }

    @Override
    public void completed(TaskSubject subject, TaskAnswer answer, String actor) {
        hotline.answer(
                subject.number(Reference.HOTLINE), subject.region(), answer.comment(), actor);
    }
}
