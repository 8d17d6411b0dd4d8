/**
 * Operations of staff on tasks: list, claim, complete, hand over, extend. Every act checks whose
 * task it is.
 */
@org.springframework.modulith.NamedInterface("tasks")
package org.creditrepair.workflow.tasks;
