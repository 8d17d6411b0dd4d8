package org.creditrepair.workflow.steps;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.application.Applications;
import org.creditrepair.application.CaseKey;
import org.creditrepair.application.ItemProgress;
import org.creditrepair.application.Stage;
import org.creditrepair.application.StageRecord;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.supervision.BreachRegister;
import org.creditrepair.workflow.CaseRouting;
import org.creditrepair.workflow.Variables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens when a limit is near (临期) or past (超期). */
@Configuration(proxyBeanMethods = false)
class WatchLimits {

    private static final Logger log = LoggerFactory.getLogger(WatchLimits.class);

    /** Type of the incident that shows a missed limit in Cockpit. */
    static final String SLA_BREACH = "slaBreach";

    @Bean
    CaseStep warnAcceptance(ItemProgress progress) {
        return (key, execution) -> progress.warn(key, Stage.ACCEPTANCE);
    }

    @Bean
    CaseStep warnVerification(ItemProgress progress) {
        return (key, execution) -> progress.warn(key, Stage.VERIFICATION);
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
    CaseStep recordVerificationBreach(Breaches breaches) {
        return (key, execution) ->
                breaches.record(key, Stage.VERIFICATION, "verification", execution);
    }

    @Bean
    CaseStep recordDecisionBreach(Breaches breaches) {
        return (key, execution) -> breaches.record(key, Stage.DECISION, "decision", execution);
    }

    /** 登记同步超期. */
    @Bean
    CaseStep recordSharingBreach(Breaches breaches) {
        return (key, execution) ->
                breaches.record(key, Stage.SHARING, "callActivity_shareResult", execution);
    }

    /** 登记同步超期: a platform has not followed in time. */
    @Bean
    JavaDelegate recordPlatformBreach(Breaches breaches) {
        return breaches::recordPlatform;
    }

    /** 显示同步超期. */
    @Bean
    JavaDelegate showPlatformBreach(Breaches breaches) {
        return breaches::showPlatform;
    }

    /** 登记临期: of what is no case only the task shows it. */
    @Bean
    JavaDelegate warnMatter() {
        return execution -> log.info("{} 临期", execution.getProcessBusinessKey());
    }

    /** 登记超期. */
    @Bean
    JavaDelegate recordMatterBreach(Breaches breaches) {
        return breaches::recordMatter;
    }

    @Bean
    Breaches breaches(
            Applications applications,
            RuntimeService runtime,
            TaskService tasks,
            BreachRegister register,
            CaseRouting routing,
            PlatformLimits platforms,
            BusinessClock clock) {
        return new Breaches(applications, runtime, tasks, register, routing, platforms, clock);
    }

    /** Records a breach and shows it on the step that waits. */
    record Breaches(
            Applications applications,
            RuntimeService runtime,
            TaskService tasks,
            BreachRegister register,
            CaseRouting routing,
            PlatformLimits platforms,
            BusinessClock clock) {

        void record(CaseKey key, Stage stage, String activity, DelegateExecution execution) {
            Execution waiting =
                    runtime.createExecutionQuery()
                            .processInstanceId(execution.getProcessInstanceId())
                            .activityId(activity)
                            .singleResult();
            List<StageRecord> stages =
                    applications.byNumber(key.applicationNo()).item(key.itemNo()).stages();
            record(
                    execution,
                    stage,
                    routing.reviewGroup(key.toString()),
                    waiting.getId(),
                    stages.get(stages.size() - 1).dueAt());
        }

        void recordPlatform(DelegateExecution execution) {
            String platform = (String) execution.getVariable(Variables.PLATFORM);
            String sharing = execution.getProcessInstanceId();
            platforms
                    .scope(sharing, platform)
                    .ifPresent(
                            scope ->
                                    register.record(
                                            new RegionCode(execution.getTenantId()),
                                            execution.getProcessBusinessKey(),
                                            Stage.SHARING,
                                            routing.creditOffice(execution.getTenantId()),
                                            scope,
                                            dueAt(execution)));
            platforms
                    .waiting(sharing, platform)
                    .ifPresent(waiting -> show(execution, waiting, dueAt(execution)));
        }

        /** A wait that begins when the limit is past shows it too. */
        void showPlatform(DelegateExecution execution) {
            OffsetDateTime due = dueAt(execution);
            if (clock.now().isAfter(due)) {
                execution.createIncident(
                        SLA_BREACH, execution.getProcessBusinessKey(), text(Stage.SHARING, due));
            }
        }

        private OffsetDateTime dueAt(DelegateExecution execution) {
            return platforms.dueAt(
                    execution.getTenantId(),
                    (String) execution.getVariable(Variables.PLATFORM),
                    execution.getProcessBusinessKey());
        }

        private void show(DelegateExecution execution, String waiting, OffsetDateTime due) {
            runtime.createIncident(
                    SLA_BREACH,
                    waiting,
                    execution.getProcessBusinessKey(),
                    text(Stage.SHARING, due));
        }

        private static String text(Stage stage, OffsetDateTime due) {
            return stage.text() + "超期，应于 " + due.toLocalDate() + " 前办结";
        }

        void recordMatter(DelegateExecution execution) {
            Task task =
                    tasks.createTaskQuery()
                            .processInstanceId(execution.getProcessInstanceId())
                            .singleResult();
            String group =
                    tasks.getIdentityLinksForTask(task.getId()).stream()
                            .map(IdentityLink::getGroupId)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElseThrow();
            record(
                    execution,
                    Stage.valueOf(task.getTaskDefinitionKey().toUpperCase(Locale.ROOT)),
                    group,
                    task.getExecutionId(),
                    BusinessClock.at(task.getDueDate()));
        }

        private void record(
                DelegateExecution execution,
                Stage stage,
                String group,
                String waitingId,
                OffsetDateTime due) {
            String reference = execution.getProcessBusinessKey();
            boolean first =
                    register.record(
                            new RegionCode(execution.getTenantId()),
                            reference,
                            stage,
                            group,
                            waitingId,
                            due);
            if (first) {
                runtime.createIncident(SLA_BREACH, waitingId, reference, text(stage, due));
            }
        }
    }
}
