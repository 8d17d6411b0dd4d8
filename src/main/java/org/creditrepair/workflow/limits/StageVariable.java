package org.creditrepair.workflow.limits;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * A process variable that is computed when the stage begins whose model names it: its limit, or the
 * group that does its task. The name of the bean is the name of the variable.
 */
@FunctionalInterface
public interface StageVariable {

    /**
     * @param execution about to enter the stage
     */
    String valueFor(DelegateExecution execution);
}
