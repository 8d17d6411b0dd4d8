package org.creditrepair.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.creditrepair.application.model.CaseKey;

/** A service task of a path: hands the case to one use case and does nothing else. */
@FunctionalInterface
interface CaseStep extends JavaDelegate {

    void execute(CaseKey key, DelegateExecution execution);

    @Override
    default void execute(DelegateExecution execution) {
        execute(CaseKey.parse(execution.getProcessBusinessKey()), execution);
    }
}
