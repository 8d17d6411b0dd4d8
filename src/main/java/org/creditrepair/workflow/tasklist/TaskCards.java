package org.creditrepair.workflow.tasklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.rest.hal.HalResource;
import org.camunda.bpm.engine.rest.hal.task.HalTask;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.task.HumanTask;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.BusinessKeys;
import org.springframework.stereotype.Component;

/**
 * Writes on each card of Tasklist's list which case it is (办件编号), of whom (申请主体) and how many
 * working days are left (剩余工作日). Nothing of it is stored in the engine.
 */
@Component
class TaskCards {

    private static final String VARIABLE = "variable";

    private final BusinessKeys keys;
    private final Applications applications;
    private final WorkingCalendars calendars;
    private final BusinessClock clock;

    TaskCards(
            BusinessKeys keys,
            Applications applications,
            WorkingCalendars calendars,
            BusinessClock clock) {
        this.keys = keys;
        this.applications = applications;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** One line of a card, in the form in which the engine's REST writes variables. */
    static final class Line extends HalResource<Line> {

        private final String name;
        private final String value;

        Line(String name, String value) {
            this.name = name;
            this.value = value;
        }

        public String getName() {
            return name;
        }

        public String getValue() {
            return value;
        }

        public String getType() {
            return "String";
        }

        public Map<String, Object> getValueInfo() {
            return Map.of();
        }
    }

    /**
     * @param tasks that the reader may see
     */
    void write(List<HalTask> tasks) {
        Map<String, String> references = referencesOf(tasks);
        Map<String, String> subjects =
                applications.subjectNames(
                        references.values().stream()
                                .filter(CaseKey::isWellFormed)
                                .map(key -> CaseKey.parse(key).applicationNo())
                                .collect(Collectors.toSet()));
        for (HalTask task : tasks) {
            String reference = references.get(task.getProcessInstanceId());
            if (reference != null && task.getDue() != null) {
                write(task, reference, subjects);
            }
        }
    }

    private void write(HalTask task, String reference, Map<String, String> subjects) {
        WorkingCalendar calendar = calendars.forRegion(RegionCode.ofTenant(task.getTenantId()));
        LocalDate due = BusinessClock.at(task.getDue()).toLocalDate();
        int left = calendar.remaining(clock.today(), due);
        String provisional = calendar.isCertain(due) ? "" : "（待核）";
        List<HalResource<?>> lines = new ArrayList<>();
        lines.add(new Line("caseKey", reference));
        String subject =
                CaseKey.isWellFormed(reference)
                        ? subjects.get(CaseKey.parse(reference).applicationNo())
                        : null;
        if (subject != null) {
            lines.add(new Line("subjectName", subject));
        }
        lines.add(
                new Line("workingDaysLeft", (left < 0 ? "已超期 " + -left : "" + left) + provisional));
        task.addEmbedded(VARIABLE, lines);
    }

    private Map<String, String> referencesOf(List<HalTask> tasks) {
        return keys.findAll(
                tasks.stream()
                        .filter(task -> HumanTask.ofKey(task.getTaskDefinitionKey()).isPresent())
                        .map(HalTask::getProcessInstanceId)
                        .collect(Collectors.toSet()));
    }
}
