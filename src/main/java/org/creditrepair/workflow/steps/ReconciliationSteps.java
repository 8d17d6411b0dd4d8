package org.creditrepair.workflow.steps;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.creditrepair.reconciliation.DisplayComparison;
import org.creditrepair.reconciliation.Reconciliations;
import org.creditrepair.task.Reference;
import org.creditrepair.workflow.WorkflowProperties;
import org.creditrepair.workflow.process.NamedInModels;
import org.creditrepair.workflow.process.ProcessVariables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of reconciliations, one bean each. */
@Configuration(proxyBeanMethods = false)
class ReconciliationSteps {

    /** When reconciliations begin (每夜定时), as a cron expression. */
    @Bean
    @NamedInModels
    String reconciliationSchedule(WorkflowProperties properties) {
        return properties.reconciliationSchedule();
    }

    /** 逐平台发起对账. */
    @Bean
    JavaDelegate beginReconciliations(Reconciliations reconciliations) {
        return execution -> reconciliations.beginAll("每夜对账");
    }

    /** 比对并处理差异. */
    @Bean
    JavaDelegate compareDisplays(DisplayComparison comparison) {
        return execution -> {
            DisplayComparison.Outcome outcome =
                    comparison.compare(
                            Reference.number(
                                    Reference.RECONCILIATION, execution.getProcessBusinessKey()));
            execution.setVariable(ProcessVariables.PUSHES, outcome.pushes());
            execution.setVariable(ProcessVariables.DOUBTFUL, outcome.doubtful());
        };
    }
}
