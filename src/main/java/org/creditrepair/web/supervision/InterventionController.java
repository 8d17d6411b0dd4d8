package org.creditrepair.web.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.model.Stage;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.sharing.ledger.CorrectPush;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.intervention.CaseInterventions;
import org.creditrepair.workflow.intervention.Failure;
import org.creditrepair.workflow.intervention.Failures;
import org.creditrepair.workflow.intervention.OpenFailures;
import org.creditrepair.workflow.tasks.SupervisedTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}/supervision")
@Tag(name = "办件干预", description = "督查人员中止、恢复办件，更换流程版本，重试失败的步骤，更正推送内容；均须说明理由并记入办件")
class InterventionController {

    private final CaseInterventions interventions;
    private final Failures failures;
    private final OpenFailures openFailures;
    private final SupervisedTasks tasks;
    private final CorrectPush pushes;
    private final Catalog catalog;
    private final RegionAccess access;
    private final SupervisionViewMapper views;

    InterventionController(
            CaseInterventions interventions,
            Failures failures,
            OpenFailures openFailures,
            SupervisedTasks tasks,
            CorrectPush pushes,
            Catalog catalog,
            RegionAccess access,
            SupervisionViewMapper views) {
        this.views = views;
        this.tasks = tasks;
        this.pushes = pushes;
        this.catalog = catalog;
        this.interventions = interventions;
        this.failures = failures;
        this.openFailures = openFailures;
        this.access = access;
    }

    /** Why somebody intervenes. */
    record ReasonForm(String reason) {}

    /** What is to be corrected of a push, and why. */
    record PushCorrectionForm(Map<String, String> fields, String reason) {}

    record FailureView(
            String id,
            @Nullable String reference,
            Failure.Kind kind,
            String kindName,
            String activity,
            String activityName,
            @Nullable String platform,
            @Nullable String platformName,
            String message,
            String advice,
            OffsetDateTime since) {}

    @PostMapping("/cases/{caseKey}/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "中止办件", description = "时限停止计算，须说明理由")
    void suspend(
            @PathVariable RegionCode region,
            @PathVariable String caseKey,
            @RequestBody ReasonForm form) {
        String actor = supervisor(region);
        interventions.suspend(region, caseKey, form.reason(), actor);
    }

    @PostMapping("/cases/{caseKey}/resumption")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "恢复办件", description = "按中止时剩余的工作日继续计算时限，须说明理由")
    void resume(
            @PathVariable RegionCode region,
            @PathVariable String caseKey,
            @RequestBody ReasonForm form) {
        String actor = supervisor(region);
        interventions.resume(region, caseKey, form.reason(), actor);
    }

    @PostMapping("/cases/{caseKey}/migration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "更换流程版本", description = "在办办件改按最新部署的流程继续办理，状态和时限不变，须说明理由")
    void migrate(
            @PathVariable RegionCode region,
            @PathVariable String caseKey,
            @RequestBody ReasonForm form) {
        String actor = supervisor(region);
        interventions.migrate(region, caseKey, form.reason(), actor);
    }

    @GetMapping("/failures")
    @Operation(
            summary = "失败的步骤",
            description = "多次重试仍失败、等待处理的步骤和推送，最近的在前，最多 1000 条；推送的写明平台，advice 为处理建议")
    List<FailureView> failures(@PathVariable RegionCode region) {
        supervisor(region);
        Region served = catalog.region(region);
        return openFailures.findByRegion(region).stream()
                .map(failure -> views.failure(failure, served))
                .toList();
    }

    @PostMapping("/failures/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "重试失败的步骤", description = "立即再试一次，须说明理由")
    void retry(
            @PathVariable RegionCode region,
            @PathVariable String id,
            @RequestBody ReasonForm form) {
        String actor = supervisor(region);
        failures.retry(region, id, form.reason(), actor);
    }

    /** A push that a platform has not taken, with the texts that may be corrected. */
    record OpenPushView(
            String idempotencyKey,
            String platform,
            String platformName,
            Push.Status status,
            String statusName,
            int attempts,
            String lastError,
            List<CorrectPush.TextField> texts) {}

    /** An open task of a case or matter. */
    record SupervisedTaskView(
            String taskId,
            Stage stage,
            String stageName,
            @Nullable String assignee,
            @Nullable String assigneeName,
            boolean suspended,
            @Nullable String notExtensible) {}

    @GetMapping("/tasks")
    @Operation(summary = "一件办件或事项的待办任务", description = "供督办、改派、延长；notExtensible 为不能延长时限的原因")
    List<SupervisedTaskView> tasks(
            @PathVariable RegionCode region, @RequestParam String reference) {
        supervisor(region);
        return tasks.find(catalog.region(region).code(), reference).stream()
                .map(views::supervisedTask)
                .toList();
    }

    @GetMapping("/pushes")
    @Operation(summary = "未送达的推送", description = "一次共享中各平台尚未送达的推送，及其可以更正的文本字段")
    List<OpenPushView> pushes(@PathVariable RegionCode region, @RequestParam String sharingNo) {
        supervisor(region);
        Region served = catalog.region(region);
        return pushes.open(served.code(), sharingNo).stream()
                .map(open -> views.openPush(open, served))
                .toList();
    }

    @PostMapping("/pushes/{idempotencyKey}/correction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "更正推送内容",
            description = "fields 为推送内容中的文本字段及其更正后的值；推送的事项、地区和信息编号不能更正。更正后立即重新推送，须说明理由")
    void correct(
            @PathVariable RegionCode region,
            @PathVariable String idempotencyKey,
            @RequestBody PushCorrectionForm form) {
        String actor = supervisor(region);
        failures.correct(region, idempotencyKey, form.fields(), form.reason(), actor);
    }

    private String supervisor(RegionCode region) {
        return access.require(region, Role.SUPERVISOR).name();
    }
}
