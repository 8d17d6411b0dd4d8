/**
 * What is shown beside a task: the sheet of a case, and that of what is decided or answered beside
 * the cases.
 */
package org.creditrepair.web.sheet;
