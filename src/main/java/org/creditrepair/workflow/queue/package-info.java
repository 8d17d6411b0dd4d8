/**
 * The queue of open human tasks (待办队列): one row per task, with what a reviewer looks for and sorts
 * by. A row is written in the transaction that changes its task.
 */
@org.springframework.modulith.NamedInterface("queue")
package org.creditrepair.workflow.queue;
