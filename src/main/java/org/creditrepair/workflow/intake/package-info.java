/**
 * Starts a joint application, from our REST interface or the engine's. The first step of the
 * process checks and registers it.
 */
@org.springframework.modulith.NamedInterface("intake")
package org.creditrepair.workflow.intake;
