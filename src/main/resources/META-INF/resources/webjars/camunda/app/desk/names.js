/** Names of tasks as reviewers know them. */

/** The case that a task is a step of, or is about. */
export const caseOf = row => row.caseKey ?? (/^\d/.test(row.reference) ? row.reference : '');
