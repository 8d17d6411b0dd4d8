package org.creditrepair.workflow.steps;

import java.time.OffsetDateTime;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.application.CaseKey;
import org.creditrepair.application.ItemProgress;
import org.creditrepair.application.Stage;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.supervision.BreachRegister;
import org.creditrepair.workflow.CaseRouting;
import org.creditrepair.workflow.Variables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens when a limit is near (临期) or past (超期). */
@Configuration(proxyBeanMethods = false)
class WatchLimits {

    /** Type of the incident that shows a missed limit in Cockpit. */
    static final String SLA_BREACH = "slaBreach";

    @Bean
    CaseStep warnAcceptance(ItemProgress progress) {
        return (key, execution) -> progress.warn(key, Stage.ACCEPTANCE);
    }

    @Bean
    CaseStep warnDecision(ItemProgress progress) {
        return (key, execution) -> progress.warn(key, Stage.DECISION);
    }

    @Bean
    CaseStep recordAcceptanceBreach(Breaches breaches) {
        return (key, execution) -> breaches.record(key, Stage.ACCEPTANCE, "acceptance", execution);
    }

    @Bean
    CaseStep recordDecisionBreach(Breaches breaches) {
        return (key, execution) -> breaches.record(key, Stage.DECISION, "decision", execution);
    }

    @Bean
    Breaches breaches(
            TaskService tasks,
            RuntimeService runtime,
            BreachRegister register,
            CaseRouting routing) {
        return new Breaches(tasks, runtime, register, routing);
    }

    /** Records a breach and shows it on the task that waits. */
    record Breaches(
            TaskService tasks,
            RuntimeService runtime,
            BreachRegister register,
            CaseRouting routing) {

        void record(CaseKey key, Stage stage, String taskKey, DelegateExecution execution) {
            Task task =
                    tasks.createTaskQuery()
                            .processInstanceId(execution.getProcessInstanceId())
                            .taskDefinitionKey(taskKey)
                            .singleResult();
            OffsetDateTime due = BusinessClock.at(task.getDueDate());
            register.record(
                    new RegionCode(execution.getTenantId()),
                    key,
                    stage,
                    routing.reviewGroup(
                            (String) execution.getVariable(Variables.REGION),
                            (String) execution.getVariable(Variables.ITEM)),
                    task.getId(),
                    due);
            runtime.createIncident(
                    SLA_BREACH,
                    task.getExecutionId(),
                    key.toString(),
                    stage.text() + "超期，应于 " + due.toLocalDate() + " 前办结");
        }
    }
}
