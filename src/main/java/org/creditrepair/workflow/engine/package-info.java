/**
 * Configures the engine: tenants, business calendar, task listener, history, restricted
 * expressions. Registered by one process engine plugin.
 */
package org.creditrepair.workflow.engine;
