package org.creditrepair.workflow.queue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.application.model.Stage;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.task.HumanTask;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.BusinessKeys;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Keeps the rows of the queue as the engine's tasks are, in the transaction that changes them. */
@Component
public class QueueKeeper {

    private static final int BATCH = 500;

    private final TaskQueueStore store;
    private final TaskContents contents;
    private final TaskService tasks;
    private final BusinessKeys keys;

    QueueKeeper(
            TaskQueueStore store,
            @Lazy TaskContents contents,
            @Lazy TaskService tasks,
            @Lazy BusinessKeys keys) {
        this.store = store;
        this.contents = contents;
        this.tasks = tasks;
        this.keys = keys;
    }

    /** A task has begun. */
    public void begun(DelegateTask task, HumanTask human) {
        RegionCode region = new RegionCode(task.getTenantId());
        String reference = task.getExecution().getProcessBusinessKey();
        store.insert(
                new QueuedTask(
                        task.getId(),
                        task.getProcessInstanceId(),
                        region,
                        Stage.of(human),
                        reference,
                        contents.about(region, reference),
                        new QueuedTask.Holder(
                                group(List.copyOf(task.getCandidates())), task.getAssignee(), true),
                        new QueuedTask.Limits(
                                BusinessClock.at(task.getCreateTime()),
                                BusinessClock.at(task.getFollowUpDate()),
                                BusinessClock.at(task.getDueDate()))));
    }

    /** Its limits or who has it have changed. */
    public void changed(DelegateTask task) {
        store.change(
                task.getId(),
                task.getAssignee(),
                BusinessClock.at(task.getFollowUpDate()),
                BusinessClock.at(task.getDueDate()));
    }

    /** Another unit has it now. */
    public void handedOver(String taskId, String group) {
        store.handOver(taskId, group);
    }

    /** Its process was suspended or goes on. */
    public void suspended(String instance, boolean suspended) {
        store.setActive(instance, !suspended);
    }

    /** It is done, or its process no longer waits for it. */
    public void ended(String taskId) {
        store.delete(taskId);
    }

    /**
     * Writes rows for tasks that have none, as those of a server before the queue was kept.
     *
     * @return how many were written
     */
    int fill() {
        int written = 0;
        for (int first = 0; ; first += BATCH) {
            List<Task> page = tasks.createTaskQuery().orderByTaskId().asc().listPage(first, BATCH);
            if (page.isEmpty()) {
                return written;
            }
            List<String> known = store.known(page.stream().map(Task::getId).toList());
            for (Task task : page) {
                if (!known.contains(task.getId()) && write(task)) {
                    written++;
                }
            }
        }
    }

    /** Another node may write the same, or the task may end meanwhile. */
    private boolean write(Task task) {
        String instance = task.getProcessInstanceId();
        String reference = keys.findAll(Set.of(instance)).get(instance);
        if (reference == null) {
            return false;
        }
        try {
            store.insert(row(task, reference));
        } catch (DuplicateKeyException e) {
            return false;
        }
        boolean open = tasks.createTaskQuery().taskId(task.getId()).count() == 1;
        if (!open) {
            store.delete(task.getId());
        }
        return open;
    }

    private QueuedTask row(Task task, String reference) {
        RegionCode region = new RegionCode(task.getTenantId());
        return new QueuedTask(
                task.getId(),
                task.getProcessInstanceId(),
                region,
                Stage.of(HumanTask.ofKey(task.getTaskDefinitionKey()).orElseThrow()),
                reference,
                contents.about(region, reference),
                new QueuedTask.Holder(
                        group(tasks.getIdentityLinksForTask(task.getId())),
                        task.getAssignee(),
                        !task.isSuspended()),
                new QueuedTask.Limits(
                        BusinessClock.at(task.getCreateTime()),
                        BusinessClock.at(task.getFollowUpDate()),
                        BusinessClock.at(task.getDueDate())));
    }

    private static String group(List<IdentityLink> links) {
        return links.stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
