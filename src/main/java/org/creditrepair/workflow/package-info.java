/**
 * Owns everything that touches the engine: its configuration, the steps the models name, the task
 * listeners, the workers of the push topics, and the ports by which the other modules start and
 * move processes.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Workflow",
        allowedDependencies = {
            "calendar",
            "task",
            "catalog",
            "catalog :: *",
            "registry :: *",
            "application :: *",
            "sharing :: *",
            "reconciliation",
            "notice",
            "notice :: message",
            "notice :: serving",
            "hotline",
            "webhook",
            "supervision :: *",
            "access :: *"
        })
package org.creditrepair.workflow;
