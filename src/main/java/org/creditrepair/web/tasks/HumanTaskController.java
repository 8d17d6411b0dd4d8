package org.creditrepair.web.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.creditrepair.task.HumanTask;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/human-tasks")
@Tag(name = "任务办理")
class HumanTaskController {

    private final TaskViewMapper views;

    HumanTaskController(TaskViewMapper views) {
        this.views = views;
    }

    record OutcomeView(
            String code, String name, boolean commentRequired, boolean refusal, String follows) {}

    record ReasonView(String code, String name) {}

    record HumanTaskView(
            String code,
            String key,
            String name,
            String outcomeField,
            Set<String> fields,
            List<OutcomeView> outcomes,
            List<ReasonView> refusalReasons) {}

    @GetMapping
    @Operation(
            summary = "人工任务及其结果",
            description = "各任务的键、结果代码和名称、是否须填意见、可填的理由类别；办结任务只接受 fields 所列字段")
    List<HumanTaskView> tasks() {
        return views.humanTasks(List.of(HumanTask.values()));
    }
}
