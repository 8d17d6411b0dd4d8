package org.creditrepair.access.account;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The filters that every reviewer finds in Tasklist. */
@Component
@Order(2)
class TasklistFilters implements ApplicationRunner {

    private static final String START_OF_TODAY = "${dateTime().withTimeAtStartOfDay()}";
    private static final String START_OF_TOMORROW =
            "${dateTime().plusDays(1).withTimeAtStartOfDay()}";

    /** Variables shown on each card besides the task's own dates. */
    private static final List<Map<String, String>> CARD =
            List.of(
                    Map.of("name", "subjectName", "label", "申请主体"),
                    Map.of("name", "workingDaysLeft", "label", "剩余工作日"),
                    Map.of("name", "caseKey", "label", "办件编号"));

    private final FilterService filters;
    private final TaskService tasks;

    TasklistFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        filter(
                10,
                "我的任务",
                "已由我认领、尚未办结",
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        filter(20, "待受理", "本单位待受理审查", ofMyGroups().taskDefinitionKey("acceptance"));
        filter(25, "待核查", "本单位待核查", ofMyGroups().taskDefinitionKey("verification"));
        filter(30, "待决定", "本单位待审核决定", ofMyGroups().taskDefinitionKey("decision"));
        filter(
                35,
                "其他待办",
                "公示复核、撤销修复、异议、履行证明、告知书送达、外部结果、对账差异、名单调整、热线诉求和会办",
                ofMyGroups()
                        .taskDefinitionKeyIn(
                                "reassessment",
                                "revocation",
                                "objection",
                                "issuance",
                                "service",
                                "arbitration",
                                "clarification",
                                "confirmation",
                                "reply",
                                "opinion"));
        filter(
                40,
                "今日到期",
                "今日 24 时前须办结",
                ofMyGroups()
                        .dueAfterExpression(START_OF_TODAY)
                        .dueBeforeExpression(START_OF_TOMORROW));
        filter(50, "已超期", "已超过办理时限", ofMyGroups().dueBeforeExpression("${now()}"));
    }

    private TaskQuery ofMyGroups() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks();
    }

    private void filter(int priority, String name, String description, TaskQuery query) {
        if (filters.createFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(
                Map.of(
                        "description",
                        description,
                        "priority",
                        priority,
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false,
                        "variables",
                        CARD));
        filters.saveFilter(filter);
    }
}
