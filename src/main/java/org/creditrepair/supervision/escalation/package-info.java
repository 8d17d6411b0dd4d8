/**
 * Missed deadlines and who is told of them. Owns the tables of breaches, escalations and messages
 * to staff.
 */
@org.springframework.modulith.NamedInterface("escalation")
package org.creditrepair.supervision.escalation;
