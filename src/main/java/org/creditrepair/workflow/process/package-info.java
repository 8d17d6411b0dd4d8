/**
 * Starts processes and sends them messages, as the modules ask for it by their ports; the names of
 * variables, messages and business keys.
 */
package org.creditrepair.workflow.process;
