package org.creditrepair.workflow.steps;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.supervision.assessment.MonthlyReports;
import org.creditrepair.supervision.escalation.StaffMessages;
import org.creditrepair.supervision.status.QueueLooks;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.WorkflowProperties;
import org.creditrepair.workflow.process.NamedInModels;
import org.creditrepair.workflow.tasks.TaskEscalations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of the daily supervision (每日督办), one bean each. */
@Configuration(proxyBeanMethods = false)
class SupervisionSteps {

    private static final int PAGE = 100;
    private static final int FIRST_MONTH_OF_WARNING = 11;
    private static final String CALENDAR = "节假日安排";

    /** When the daily supervision begins, as a cron expression. */
    @Bean
    @NamedInModels
    String supervisionSchedule(WorkflowProperties properties) {
        return properties.supervisionSchedule();
    }

    /** 登记点击查询: which units had tasks waiting on the last working day, and whether they looked. */
    @Bean
    JavaDelegate closeQueues(
            RegionBatch sweep,
            TaskService tasks,
            QueueLooks looks,
            StaffMessages messages,
            WorkingCalendars calendars,
            BusinessClock clock) {
        return execution ->
                sweep.run(
                        "登记点击查询",
                        once(region -> region.units().stream().map(Unit::code).sorted().toList()),
                        (region, units) -> {
                            LocalDate day =
                                    calendars
                                            .forRegion(region.code())
                                            .workingDayBefore(clock.today());
                            units.forEach(
                                    unit ->
                                            close(
                                                    region,
                                                    region.unit(unit),
                                                    day,
                                                    tasks,
                                                    looks,
                                                    messages));
                        });
    }

    private static void close(
            Region region,
            Unit unit,
            LocalDate day,
            TaskService tasks,
            QueueLooks looks,
            StaffMessages messages) {
        String group = unit.group(region.code());
        int waiting =
                (int)
                        tasks.createTaskQuery()
                                .taskCandidateGroup(group)
                                .taskCreatedBefore(startOf(day.plusDays(1)))
                                .count();
        if (waiting == 0) {
            return;
        }
        boolean looked = looks.lookedAt(group, day).isPresent();
        boolean first = looks.close(region.code(), unit.code(), day, waiting, looked);
        if (first && !looked) {
            messages.send(
                    region.code(),
                    List.of(unit.heads(region.code()), region.supervisors()),
                    "未点击查询",
                    group,
                    unit.name() + " " + day + " 未点击查询，待办 " + waiting + " 件无人认领");
        }
    }

    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(BusinessClock.ZONE).toInstant());
    }

    /** 催办任务: each overdue task once a day; a warning that was missed is made up for. */
    @Bean
    JavaDelegate remindOverdue(
            RegionBatch sweep,
            TaskService tasks,
            TaskEscalations escalations,
            BusinessClock clock) {
        return execution -> {
            Date now = Date.from(clock.instant());
            sweep.run(
                    "催办任务",
                    once(
                            region ->
                                    tasks
                                            .createTaskQuery()
                                            .tenantIdIn(region.code().value())
                                            .active()
                                            .followUpBefore(now)
                                            .list()
                                            .stream()
                                            .map(Task::getId)
                                            .sorted()
                                            .toList()),
                    (region, ids) -> ids.forEach(id -> remind(id, now, tasks, escalations)));
        };
    }

    private static void remind(
            String taskId, Date now, TaskService tasks, TaskEscalations escalations) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return;
        }
        if (task.getDueDate().before(now)) {
            escalations.remind(task);
        } else {
            escalations.warn(task);
        }
    }

    /** 核对节假日安排: from November on, once a week, while next year's is missing. */
    @Bean
    JavaDelegate checkCalendar(
            RegionBatch sweep,
            WorkingCalendars calendars,
            StaffMessages messages,
            BusinessClock clock) {
        return execution -> {
            LocalDate today = clock.today();
            int next = today.getYear() + 1;
            if (today.getMonthValue() < FIRST_MONTH_OF_WARNING
                    || calendars.national().isCertain(LocalDate.of(next, 1, 1))) {
                return;
            }
            sweep.run(
                    "核对节假日安排",
                    once(region -> List.of(region.supervisors())),
                    (region, groups) ->
                            groups.stream()
                                    .filter(
                                            group ->
                                                    !messages.wasSent(
                                                            group,
                                                            CALENDAR,
                                                            clock.now().minusDays(6)))
                                    .forEach(
                                            group ->
                                                    messages.send(
                                                            region.code(),
                                                            List.of(group),
                                                            CALENDAR,
                                                            String.valueOf(next),
                                                            next + " 年节假日安排尚未导入，跨年的时限均为待核")));
        };
    }

    /** 出具月报: of the last month, and of those that were missed. */
    @Bean
    JavaDelegate reportMonth(RegionBatch sweep, MonthlyReports reports, StaffMessages messages) {
        return execution ->
                sweep.run(
                        "出具月报",
                        once(
                                region ->
                                        reports.outstanding(region.code()).stream()
                                                .map(YearMonth::toString)
                                                .toList()),
                        (region, months) -> {
                            for (String month : months) {
                                if (reports.make(region.code(), YearMonth.parse(month))) {
                                    messages.send(
                                            region.code(),
                                            List.of(region.supervisors()),
                                            "月报",
                                            month,
                                            month + " 信用修复办理情况月报和通报已出具");
                                }
                            }
                        });
    }

    /** Pages of a list that is read when the first page is asked for. */
    private static BiFunction<Region, String, List<String>> once(
            Function<Region, List<String>> all) {
        TreeMap<RegionCode, TreeSet<String>> read = new TreeMap<>();
        return (region, after) ->
                read
                        .computeIfAbsent(region.code(), code -> new TreeSet<>(all.apply(region)))
                        .tailSet(after, false)
                        .stream()
                        .limit(PAGE)
                        .toList();
    }
}
