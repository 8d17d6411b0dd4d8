package org.creditrepair.task;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The handler of each human task. */
@Component
public class TaskHandlers {

    private final Map<HumanTask, TaskHandler> handlers = new EnumMap<>(HumanTask.class);

    /**
     * @throws IllegalStateException if a task has no handler, or two
     */
    TaskHandlers(List<TaskHandler> handlers) {
        for (TaskHandler handler : handlers) {
            for (HumanTask task : handler.tasks()) {
                if (this.handlers.put(task, handler) != null) {
                    throw new IllegalStateException("人工任务有两个处理者：" + task);
                }
            }
        }
        for (HumanTask task : HumanTask.values()) {
            if (!this.handlers.containsKey(task)) {
                throw new IllegalStateException("人工任务无处理者：" + task);
            }
        }
    }

    public TaskHandler of(HumanTask task) {
        return Objects.requireNonNull(handlers.get(task));
    }
}
