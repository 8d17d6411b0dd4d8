/**
 * Fetches and completes external tasks, one pool of threads per topic. A platform that hangs
 * occupies its own threads only.
 */
package org.creditrepair.workflow.workers;
