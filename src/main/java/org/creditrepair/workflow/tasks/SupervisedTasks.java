package org.creditrepair.workflow.tasks;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.application.model.Stage;
import org.creditrepair.problem.Violation;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The open tasks of a case or matter, as its supervisor sees them. */
@Service
public class SupervisedTasks {

    private final TaskService tasks;
    private final ExtensionPolicy extensions;
    private final RunAsServer server;

    SupervisedTasks(TaskService tasks, ExtensionPolicy extensions, RunAsServer server) {
        this.tasks = tasks;
        this.extensions = extensions;
        this.server = server;
    }

    /**
     * An open task.
     *
     * @param assignee account of whoever has it; null if nobody has
     * @param suspended whether its case is suspended (中止), so that nobody can work on it
     * @param notExtensible why its limit cannot be extended; null if it can
     */
    public record OpenTask(
            String taskId,
            Stage stage,
            @Nullable String assignee,
            boolean suspended,
            @Nullable String notExtensible) {}

    /** The open tasks of the process with a business key in a region, by their limits. */
    public List<OpenTask> find(RegionCode region, String reference) {
        return server.call(
                () ->
                        tasks
                                .createTaskQuery()
                                .processInstanceBusinessKey(reference)
                                .tenantIdIn(region.value())
                                .orderByDueDate()
                                .asc()
                                .list()
                                .stream()
                                .map(this::described)
                                .toList());
    }

    private OpenTask described(Task task) {
        return new OpenTask(
                task.getId(),
                TaskEscalations.stage(task),
                task.getAssignee(),
                task.isSuspended(),
                extensions.against(task).map(Violation::message).orElse(null));
    }
}
