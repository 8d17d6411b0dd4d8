/** Evaluates the decision tables with the engine's DMN. Tables are read once at start. */
package org.creditrepair.workflow.rules;
