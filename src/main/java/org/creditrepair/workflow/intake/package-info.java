/**
 * The first step of a joint application: reads what it was started with, checks and registers it.
 */
package org.creditrepair.workflow.intake;
