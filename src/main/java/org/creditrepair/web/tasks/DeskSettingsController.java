package org.creditrepair.web.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.workflow.WorkflowProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/desk-settings")
@Tag(name = "任务办理")
class DeskSettingsController {

    private final DeskSettingsView settings;

    DeskSettingsController(WorkflowProperties properties, TaskViewMapper views) {
        settings =
                new DeskSettingsView(
                        views.statuses(List.of(SlaStatus.values())),
                        properties.extensionWorkingDays(),
                        properties.stageWorkingDays());
    }

    record SlaStatusView(SlaStatus code, String name, boolean open) {}

    record DeskSettingsView(
            List<SlaStatusView> slaStatuses,
            int extensionWorkingDays,
            int consultationWorkingDays) {}

    @GetMapping
    @Operation(
            summary = "办理界面的设定",
            description = "时限状态的代码和名称（open 表示在办事项可有此状态），一次延长时限和会办答复期限最多多少个工作日")
    DeskSettingsView settings() {
        return settings;
    }
}
