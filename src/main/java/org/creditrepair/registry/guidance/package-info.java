/**
 * Tells an applicant, from a few answers, what can be repaired where and when. Reads rules only and
 * stores nothing.
 */
@org.springframework.modulith.NamedInterface("guidance")
package org.creditrepair.registry.guidance;
