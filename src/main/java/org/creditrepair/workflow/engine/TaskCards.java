package org.creditrepair.workflow.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.hal.HalResource;
import org.camunda.bpm.engine.rest.hal.task.HalTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.creditrepair.application.Applications;
import org.creditrepair.application.CaseKey;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.calendar.WorkingCalendars;
import org.springframework.stereotype.Component;

/**
 * Writes on each card of Tasklist's list which case it is (办件编号), of whom (申请主体) and how many
 * working days are left (剩余工作日). Nothing of it is stored in the engine.
 */
@Component
class TaskCards {

    private static final String VARIABLE = "variable";

    private final RuntimeService runtime;
    private final IdentityService identity;
    private final Applications applications;
    private final WorkingCalendars calendars;
    private final BusinessClock clock;

    TaskCards(
            RuntimeService runtime,
            IdentityService identity,
            Applications applications,
            WorkingCalendars calendars,
            BusinessClock clock) {
        this.runtime = runtime;
        this.identity = identity;
        this.applications = applications;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** One line of a card, in the form in which the engine's REST writes variables. */
    static final class Line extends HalResource<Line> {

        private final String name;
        private final Object value;

        Line(String name, Object value) {
            this.name = name;
            this.value = value;
        }

        public String getName() {
            return name;
        }

        public Object getValue() {
            return value;
        }

        public String getType() {
            return value.getClass().getSimpleName();
        }

        public Map<String, Object> getValueInfo() {
            return Map.of();
        }
    }

    /**
     * @param tasks that the reader may see
     */
    void write(List<HalTask> tasks) {
        Map<String, CaseKey> cases = casesOf(tasks);
        Map<String, String> subjects =
                applications.subjectNames(
                        cases.values().stream()
                                .map(CaseKey::applicationNo)
                                .collect(Collectors.toSet()));
        for (HalTask task : tasks) {
            CaseKey key = cases.get(task.getProcessInstanceId());
            if (key != null) {
                write(task, key, subjects.get(key.applicationNo()));
            }
        }
    }

    private void write(HalTask task, CaseKey key, String subject) {
        int left =
                calendars
                        .of(task.getTenantId())
                        .remaining(clock.today(), BusinessClock.at(task.getDue()).toLocalDate());
        task.addEmbedded(
                VARIABLE,
                List.of(
                        new Line("caseKey", key.toString()),
                        new Line("subjectName", subject),
                        new Line("workingDaysLeft", left < 0 ? "已超期 " + -left : "" + left)));
    }

    /** The cases by their process instances, which the readers of their tasks need not be shown. */
    private Map<String, CaseKey> casesOf(List<HalTask> tasks) {
        Set<String> instances =
                tasks.stream()
                        .filter(
                                task ->
                                        ReviewTask.of(task.getTaskDefinitionKey())
                                                .filter(ReviewTask::isOfCase)
                                                .isPresent())
                        .map(HalTask::getProcessInstanceId)
                        .collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return Map.of();
        }
        Authentication reader = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return runtime
                    .createProcessInstanceQuery()
                    .processInstanceIds(instances)
                    .list()
                    .stream()
                    .collect(
                            Collectors.toMap(
                                    ProcessInstance::getId,
                                    instance -> CaseKey.parse(instance.getBusinessKey())));
        } finally {
            identity.setAuthentication(reader);
        }
    }
}
