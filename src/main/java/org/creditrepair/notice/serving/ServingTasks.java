package org.creditrepair.notice.serving;

import java.util.Set;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.Reference;
import org.creditrepair.task.TaskAnswer;
import org.creditrepair.task.TaskHandler;
import org.creditrepair.task.TaskSubject;
import org.springframework.stereotype.Component;

/** The human task of serving a repair notice (送达告知书). */
@Component
class ServingTasks implements TaskHandler {

    private final NoticeServices services;

    ServingTasks(NoticeServices services) {
        this.services = services;
    }

    @Override
    public Set<HumanTask> tasks() {
        return Set.of(HumanTask.SERVICE);
    }

    @Override
    public void completed(TaskSubject subject, TaskAnswer answer, String actor) {
        services.settle(subject.number(Reference.SERVICE), subject.region(), answer, actor);
    }
}
