package org.creditrepair.workflow.limits;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.calendar.CalendarChanges.Affected;
import org.creditrepair.calendar.CalendarChanges.Moved;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The limits of everything that is open in the engine: due dates of tasks, and timers. */
@Component
class OpenLimits {

    private static final int IN_ONE_QUERY = 500;

    private final TaskService tasks;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final BusinessClock clock;

    OpenLimits(
            TaskService tasks,
            ManagementService management,
            RuntimeService runtime,
            BusinessClock clock) {
        this.tasks = tasks;
        this.management = management;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** Processes with a limit that ends on or after the first day that changes. */
    List<Affected> affected(CalendarShift shift) {
        List<LocalDate> days = shift.days();
        if (days.isEmpty()) {
            return List.of();
        }
        Date first = Date.from(days.get(0).atStartOfDay(BusinessClock.ZONE).toInstant());
        Date from =
                first.toInstant().isBefore(clock.instant()) ? Date.from(clock.instant()) : first;
        Set<String> instances = new TreeSet<>();
        tasks.createTaskQuery()
                .dueAfter(from)
                .list()
                .forEach(task -> instances.add(task.getProcessInstanceId()));
        management.createJobQuery().timers().duedateHigherThan(from).list().stream()
                .map(Job::getProcessInstanceId)
                .filter(Objects::nonNull)
                .forEach(instances::add);
        return named(List.copyOf(instances)).stream()
                .filter(instance -> shift.concerns(RegionCode.ofTenant(instance.getTenantId())))
                .map(instance -> new Affected(instance.getId(), instance.getBusinessKey()))
                .toList();
    }

    private List<ProcessInstance> named(List<String> ids) {
        List<ProcessInstance> all = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += IN_ONE_QUERY) {
            all.addAll(
                    runtime.createProcessInstanceQuery()
                            .processInstanceIds(
                                    Set.copyOf(
                                            ids.subList(i, Math.min(ids.size(), i + IN_ONE_QUERY))))
                            .list());
        }
        return all;
    }

    /** Deadlines of one process that move, old to new, with the log of the moves. */
    record Moves(
            @Nullable RegionCode region,
            Map<OffsetDateTime, OffsetDateTime> moments,
            List<Moved> log) {}

    Moves moves(CalendarShift shift, Affected affected) {
        Optional<ProcessInstance> instance =
                Optional.ofNullable(
                        runtime.createProcessInstanceQuery()
                                .processInstanceId(affected.instanceId())
                                .singleResult());
        if (instance.isEmpty()) {
            return new Moves(null, Map.of(), List.of());
        }
        @Nullable RegionCode region = RegionCode.ofTenant(instance.get().getTenantId());
        Map<OffsetDateTime, OffsetDateTime> moments = new TreeMap<>();
        for (Task task : tasks.createTaskQuery().processInstanceId(affected.instanceId()).list()) {
            LocalDate from = BusinessClock.at(task.getCreateTime()).toLocalDate();
            add(shift, region, from, BusinessClock.at(task.getDueDate()), moments);
            add(shift, region, from, BusinessClock.at(task.getFollowUpDate()), moments);
        }
        for (Job timer :
                management
                        .createJobQuery()
                        .processInstanceId(affected.instanceId())
                        .timers()
                        .list()) {
            LocalDate from = BusinessClock.at(timer.getCreateTime()).toLocalDate();
            add(shift, region, from, BusinessClock.at(timer.getDuedate()), moments);
        }
        Map<OffsetDateTime, OffsetDateTime> really = new LinkedHashMap<>();
        List<Moved> log = new ArrayList<>();
        moments.forEach(
                (before, after) -> {
                    if (!before.equals(after)) {
                        really.put(before, after);
                        log.add(new Moved(affected.reference(), before, after));
                    }
                });
        return new Moves(region, really, log);
    }

    private void add(
            CalendarShift shift,
            @Nullable RegionCode region,
            LocalDate from,
            OffsetDateTime moment,
            Map<OffsetDateTime, OffsetDateTime> moments) {
        if (moment != null) {
            moments.put(moment, shift.later(region, from, moment));
        }
    }
}
