package org.creditrepair.workflow.limits;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.clock.BusinessClock;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Moves the tasks and timers of a process with the limits they stand for. */
@Component
public class LimitMover {

    private final TaskService tasks;
    private final ManagementService management;

    public LimitMover(@Lazy TaskService tasks, @Lazy ManagementService management) {
        this.tasks = tasks;
        this.management = management;
    }

    /**
     * @param instance id of the process instance
     * @param moved moments that have moved, old to new; others stay
     */
    public void move(String instance, Map<OffsetDateTime, OffsetDateTime> moved) {
        for (Task task : tasks.createTaskQuery().processInstanceId(instance).list()) {
            if (task.getDueDate() != null) {
                task.setDueDate(later(task.getDueDate(), moved));
                task.setFollowUpDate(later(task.getFollowUpDate(), moved));
                tasks.saveTask(task);
            }
        }
        for (Job timer : management.createJobQuery().processInstanceId(instance).timers().list()) {
            OffsetDateTime due = moved.get(BusinessClock.at(timer.getDuedate()));
            if (due != null) {
                management.setJobDuedate(timer.getId(), Date.from(due.toInstant()));
            }
        }
    }

    private static Date later(Date moment, Map<OffsetDateTime, OffsetDateTime> moved) {
        OffsetDateTime later = moment == null ? null : moved.get(BusinessClock.at(moment));
        return later == null ? moment : Date.from(later.toInstant());
    }
}
