/**
 * Computes the deadlines of stages and moves them when a calendar changes. The models name its
 * beans in expressions.
 */
@org.springframework.modulith.NamedInterface("limits")
package org.creditrepair.workflow.limits;
