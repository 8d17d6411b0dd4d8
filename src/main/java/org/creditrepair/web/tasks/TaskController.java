package org.creditrepair.web.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.supervision.escalation.Escalation.Step;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.tasks.LimitExtension;
import org.creditrepair.workflow.tasks.TaskActions;
import org.creditrepair.workflow.tasks.TaskDesk;
import org.creditrepair.workflow.tasks.TaskDesk.Completion;
import org.creditrepair.workflow.tasks.TaskHandover;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}/tasks")
@Tag(name = "任务办理", description = "办理人员的待办、批量认领与办结、转办、会办、抄送，督查人员的督办、改派、延长")
class TaskController {

    private static final int MOST = 200;

    private final TaskDesk desk;
    private final TaskActions actions;
    private final TaskHandover handover;
    private final LimitExtension extension;
    private final RegionAccess access;
    private final TaskViewMapper views;

    TaskController(
            TaskDesk desk,
            TaskActions actions,
            TaskHandover handover,
            LimitExtension extension,
            RegionAccess access,
            TaskViewMapper views) {
        this.views = views;
        this.handover = handover;
        this.extension = extension;
        this.desk = desk;
        this.actions = actions;
        this.access = access;
    }

    @GetMapping
    @Operation(
            summary = "待办",
            description = "本单位和本人的任务，按到期先后，最多 1000 件；dueAt 涉及尚未公布安排的日期时 certain 为 false（待核）")
    List<TaskViews.TaskView> tasks(@PathVariable RegionCode region) {
        Account account = access.require(region, Role.UNIT);
        return desk.tasks(region, account).stream().map(views::task).toList();
    }

    @PostMapping("/claims")
    @Operation(summary = "批量认领", description = "一批 1 至 200 件，逐件应答，一件不成不影响其余")
    List<TaskViews.DoneView> claim(
            @PathVariable RegionCode region, @RequestBody TaskViews.ClaimForm form) {
        Account account = access.require(region, Role.UNIT);
        List<String> ids = bounded("taskIds", form.taskIds());
        return desk.claim(ids, account).stream().map(views::done).toList();
    }

    @PostMapping("/releases")
    @Operation(summary = "批量取消认领", description = "一批 1 至 200 件，退回本单位待认领；逐件应答，一件不成不影响其余")
    List<TaskViews.DoneView> release(
            @PathVariable RegionCode region, @RequestBody TaskViews.ClaimForm form) {
        Account account = access.require(region, Role.UNIT);
        List<String> ids = bounded("taskIds", form.taskIds());
        return desk.release(ids, account).stream().map(views::done).toList();
    }

    @PostMapping("/completions")
    @Operation(
            summary = "批量办结",
            description =
                    "一批 1 至 200 件，各有结果（outcome 为该任务的结果代码）和意见，未认领的先认领；逐件应答，一件不成不影响其余。refusalReason 为不予受理、不予修复的理由类别，此时必填；details 为该任务表单中的其他字段")
    List<TaskViews.DoneView> complete(
            @PathVariable RegionCode region, @RequestBody List<TaskViews.CompletionForm> forms) {
        Account account = access.require(region, Role.UNIT);
        if (forms.contains(null)) {
            throw RefusedException.invalid(
                    "completions[" + forms.indexOf(null) + "]", "REQUIRED", "必填项，不能为空");
        }
        List<Completion> completions =
                bounded("completions", forms).stream()
                        .map(
                                form ->
                                        new Completion(
                                                form.taskId(),
                                                form.outcome(),
                                                form.comment(),
                                                form.refusalReason(),
                                                form.details() == null ? Map.of() : form.details()))
                        .toList();
        return desk.complete(completions, account).stream().map(views::done).toList();
    }

    @PostMapping("/{taskId}/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "转办", description = "转给本单位同事（account）或另一单位（unit），须说明理由；转给另一单位的，此后由其办理该事项")
    void transfer(
            @PathVariable RegionCode region,
            @PathVariable String taskId,
            @RequestBody TaskViews.TransferForm form) {
        Account account = access.require(region, Role.UNIT);
        handOver(region, taskId, form, Step.TRANSFERRED, account);
    }

    @PostMapping("/transfers")
    @Operation(summary = "批量转办", description = "一批 1 至 200 件转给同一接办单位或接办人；逐件应答，一件不成不影响其余")
    List<TaskViews.DoneView> transfer(
            @PathVariable RegionCode region, @RequestBody TaskViews.TransfersForm form) {
        Account account = access.require(region, Role.UNIT);
        TaskHandover.Recipient to = new TaskHandover.Recipient(form.unit(), form.account());
        return desk
                .each(
                        bounded("taskIds", form.taskIds()),
                        id ->
                                handover.handOver(
                                        region,
                                        id,
                                        to,
                                        form.reason(),
                                        Step.TRANSFERRED,
                                        account.name()))
                .stream()
                .map(views::done)
                .toList();
    }

    @PostMapping("/{taskId}/reassignment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "改派", description = "督查人员将任务改由另一人或另一单位办理，单位负责人将本单位的任务改由本单位另一人办理，须说明理由")
    void reassign(
            @PathVariable RegionCode region,
            @PathVariable String taskId,
            @RequestBody TaskViews.TransferForm form) {
        Account account = access.require(region, Role.SUPERVISOR, Role.HEAD);
        if (access.plays(region, Role.SUPERVISOR)) {
            handOver(region, taskId, form, Step.REASSIGNED, account);
        } else {
            handover.withinLedUnit(
                    region,
                    taskId,
                    new TaskHandover.Recipient(form.unit(), form.account()),
                    form.reason(),
                    account);
        }
    }

    private void handOver(
            RegionCode region,
            String taskId,
            TaskViews.TransferForm form,
            Step step,
            Account account) {
        handover.handOver(
                region,
                taskId,
                new TaskHandover.Recipient(form.unit(), form.account()),
                form.reason(),
                step,
                account.name());
    }

    @PostMapping("/{taskId}/consultations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "会办", description = "征求另一单位的意见并商定工作日数；原任务不移交，意见送回后在办件中可见")
    TaskViews.ConsultationView consult(
            @PathVariable RegionCode region,
            @PathVariable String taskId,
            @RequestBody TaskViews.ConsultationForm form) {
        Account account = access.require(region, Role.UNIT);
        return views.consultation(
                actions.consult(
                        region,
                        taskId,
                        form.unit(),
                        form.question(),
                        form.workingDays(),
                        account.name()));
    }

    @PostMapping("/{taskId}/copies")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "抄送", description = "将办件告知其他单位，可附说明")
    void copy(
            @PathVariable RegionCode region,
            @PathVariable String taskId,
            @RequestBody TaskViews.CopyForm form) {
        Account account = access.require(region, Role.UNIT);
        actions.copy(region, taskId, form.units(), form.note(), account.name());
    }

    @PostMapping("/{taskId}/urging")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "督办", description = "督查人员督促办理单位、单位负责人和认领人，须说明理由")
    void urge(
            @PathVariable RegionCode region,
            @PathVariable String taskId,
            @RequestBody TaskViews.UrgingForm form) {
        Account account = access.require(region, Role.SUPERVISOR);
        actions.urge(region, taskId, form.reason(), account.name());
    }

    @PostMapping("/{taskId}/extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "延长时限",
            description = "督查人员在到期前延长一次，须有规定可循（规则表 extension）并说明理由；延长的工作日数以运行单位设定的为限")
    void extend(
            @PathVariable RegionCode region,
            @PathVariable String taskId,
            @RequestBody TaskViews.ExtensionForm form) {
        Account account = access.require(region, Role.SUPERVISOR);
        extension.extend(region, taskId, form.workingDays(), form.reason(), account.name());
    }

    private static <T> List<T> bounded(String field, List<T> all) {
        if (all == null || all.isEmpty() || all.size() > MOST) {
            throw RefusedException.invalid(field, "SIZE", "一批须有 1 至 " + MOST + " 件，请分批办理");
        }
        return all;
    }
}
