/**
 * Owns what a human task may be answered with: the tasks, their outcomes with Chinese names, the
 * fields of an answer and the checks of both. Each module that has a human task contributes one
 * {@link org.creditrepair.task.TaskHandler}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Task",
        allowedDependencies = {})
package org.creditrepair.task;
