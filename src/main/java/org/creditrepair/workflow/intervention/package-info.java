/**
 * What supervisors do with a case: suspend, resume, migrate, retry. Each act needs a reason and
 * writes a row.
 */
@org.springframework.modulith.NamedInterface("intervention")
package org.creditrepair.workflow.intervention;
