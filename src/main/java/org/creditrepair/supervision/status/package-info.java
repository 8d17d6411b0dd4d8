/**
 * A row per case: stage, deadline, unit, result; kept by a listener before each commit. Searches
 * and queues read these rows.
 */
@org.springframework.modulith.NamedInterface("status")
package org.creditrepair.supervision.status;
