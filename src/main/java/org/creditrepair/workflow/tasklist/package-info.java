/**
 * Extends the engine's REST interface for the webapps: task cards, labels, refusals in Chinese.
 * Registered with Jersey by auto-discovery.
 */
package org.creditrepair.workflow.tasklist;
