/**
 * Counts of open and closed cases, deadlines met and missed. Aggregates are updated when they are
 * read.
 */
@org.springframework.modulith.NamedInterface("statistics")
package org.creditrepair.supervision.statistics;
