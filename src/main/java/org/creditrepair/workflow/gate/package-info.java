/**
 * Wraps the engine's services for calls that come from people. Only the fields and commands that a
 * task takes pass.
 */
package org.creditrepair.workflow.gate;
