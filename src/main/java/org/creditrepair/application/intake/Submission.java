package org.creditrepair.application.intake;

/**
 * A stored application.
 *
 * @param items how many items it has, numbered from 1
 */
public record Submission(String applicationNo, String progressCode, int items) {}
