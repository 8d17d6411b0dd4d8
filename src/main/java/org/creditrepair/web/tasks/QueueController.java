package org.creditrepair.web.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.IntStream;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.queue.OwnFilters;
import org.creditrepair.workflow.queue.QueuedTask;
import org.creditrepair.workflow.queue.TaskQueue;
import org.creditrepair.workflow.tasks.TaskSheets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}")
@Tag(name = "任务办理")
class QueueController {

    private final TaskQueue queue;
    private final OwnFilters filters;
    private final TaskSheets sheets;
    private final RegionAccess access;
    private final Accounts accounts;
    private final Catalog catalog;
    private final WorkingCalendars calendars;
    private final BusinessClock clock;

    QueueController(
            TaskQueue queue,
            OwnFilters filters,
            TaskSheets sheets,
            RegionAccess access,
            Accounts accounts,
            Catalog catalog,
            WorkingCalendars calendars,
            BusinessClock clock) {
        this.queue = queue;
        this.filters = filters;
        this.sheets = sheets;
        this.access = access;
        this.accounts = accounts;
        this.catalog = catalog;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/queue")
    @Operation(
            summary = "待办队列",
            description =
                    "本单位（负责人为其所负责单位）的任务，按时限先后，每页 "
                            + TaskQueue.PAGE
                            + " 件；各部分的件数最多数到 mostCounted，达到的表示“不少于”")
    QueueViews.QueueView queue(
            @PathVariable RegionCode region,
            @Parameter(description = "ALL 全部待办，MINE 我的任务，UNCLAIMED 未认领，DUE_TODAY 今日到期，OVERDUE 已超期")
                    @RequestParam(required = false)
                    @Nullable String filter,
            @Parameter(description = "环节") @RequestParam(required = false) @Nullable String stage,
            @Parameter(description = "主体名称、证件号码、办件编号、失信信息编号或文书号的任一部分")
                    @RequestParam(required = false)
                    @Nullable String words,
            @Parameter(description = "页，从 0 起") @RequestParam(required = false)
                    @Nullable Integer page) {
        Account account = reader(region);
        TaskQueue.Page found =
                queue.find(region, new TaskQueue.Question(filter, stage, words, page), account);
        return new QueueViews.QueueView(
                clock.now(),
                TaskQueue.MOST_COUNTED,
                found.counts().entrySet().stream()
                        .map(
                                one ->
                                        new QueueViews.FilterView(
                                                one.getKey(), one.getKey().text(), one.getValue()))
                        .toList(),
                found.stages().entrySet().stream()
                        .map(
                                one ->
                                        new QueueViews.StageCountView(
                                                one.getKey(), one.getKey().text(), one.getValue()))
                        .toList(),
                found.tasks().stream().map(this::row).toList(),
                found.more());
    }

    @GetMapping("/queue/filters")
    @Operation(summary = "自设筛选", description = "本人在该地区保存的筛选及其件数，各地区最多 " + OwnFilters.MOST + " 个")
    List<QueueViews.OwnFilterView> filters(@PathVariable RegionCode region) {
        Account account = reader(region);
        List<OwnFilters.OwnFilter> own = filters.findByAccount(region, account.name());
        List<Integer> counts = queue.counts(region, own, account);
        return IntStream.range(0, own.size())
                .mapToObj(i -> view(own.get(i), counts.get(i)))
                .toList();
    }

    private static QueueViews.OwnFilterView view(OwnFilters.OwnFilter own, int count) {
        return new QueueViews.OwnFilterView(
                own.id(), own.name(), own.filter(), own.stage(), own.words(), count);
    }

    @PostMapping("/queue/filters")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "保存筛选", description = "各字段的含义同待办队列的参数")
    QueueViews.OwnFilterView add(
            @PathVariable RegionCode region, @RequestBody OwnFilters.FilterForm asked) {
        Account account = reader(region);
        OwnFilters.OwnFilter kept = filters.add(region, account.name(), asked);
        return view(kept, queue.counts(region, List.of(kept), account).get(0));
    }

    @DeleteMapping("/queue/filters/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "删除自设筛选")
    void remove(@PathVariable RegionCode region, @PathVariable long id) {
        filters.remove(region, reader(region).name(), id);
    }

    private Account reader(RegionCode region) {
        return access.require(region, Role.UNIT, Role.HEAD);
    }

    @GetMapping("/tasks/{taskId}")
    @Operation(
            summary = "打开一个任务",
            description =
                    "任务的各项要素，办件内容（sheet，不含脚本的 HTML），表单的组成（form，与任务的表单定义相同）、"
                            + "眼下不能作出的结果（refused）和尚未答复会办意见的单位（awaited）")
    QueueViews.OpenTaskView open(@PathVariable RegionCode region, @PathVariable String taskId) {
        Account account = reader(region);
        TaskSheets.OpenTask task = sheets.open(region, taskId, account);
        return new QueueViews.OpenTaskView(
                row(task.row()),
                account.name().equals(task.row().holder().assignee()),
                !account.groups().contains(task.row().holder().taskGroup()),
                task.sheet(),
                task.form(),
                task.refused().entrySet().stream()
                        .map(
                                one ->
                                        new QueueViews.RefusedOutcomeView(
                                                one.getKey(), one.getValue().message()))
                        .toList(),
                task.awaited().stream()
                        .map(unit -> catalog.region(region).unit(unit).name())
                        .toList());
    }

    @GetMapping("/colleagues")
    @Operation(summary = "本单位人员", description = "转办时可选的同单位人员")
    List<QueueViews.ColleagueView> colleagues(@PathVariable RegionCode region) {
        Account account = access.require(region, Role.UNIT);
        Region mine = catalog.region(region);
        return account.unitIn(mine)
                .map(unit -> members(unit.group(mine.code()), account.name()))
                .orElseThrow();
    }

    @GetMapping("/tasks/{taskId}/colleagues")
    @Operation(summary = "任务所在单位的人员", description = "改派时可选的人员，现在的办理人除外，供督查人员和单位负责人使用")
    List<QueueViews.ColleagueView> colleagues(
            @PathVariable RegionCode region, @PathVariable String taskId) {
        Account account = access.require(region, Role.SUPERVISOR, Role.HEAD);
        boolean supervises = access.plays(region, Role.SUPERVISOR);
        QueuedTask task =
                queue.row(taskId)
                        .filter(row -> row.region().equals(region))
                        .filter(row -> supervises || queue.isLed(row, account))
                        .orElseThrow(
                                () -> RefusedException.notFound("taskId", "无此任务，或已办结：" + taskId));
        return members(task.holder().taskGroup(), task.holder().assignee());
    }

    private List<QueueViews.ColleagueView> members(String group, @Nullable String without) {
        return accounts.members(group).entrySet().stream()
                .filter(member -> !member.getKey().equals(without))
                .map(member -> new QueueViews.ColleagueView(member.getKey(), member.getValue()))
                .toList();
    }

    private QueueViews.QueueRowView row(QueuedTask task) {
        WorkingCalendar calendar = calendars.forRegion(task.region());
        QueuedTask.Limits limits = task.limits();
        return new QueueViews.QueueRowView(
                task.taskId(),
                task.stage(),
                task.stage().text(),
                task.reference(),
                task.about().caseKey(),
                task.about().item(),
                task.about().subject(),
                task.about().subjectCode(),
                task.about().recordNo(),
                task.about().documentNo(),
                task.holder().assignee(),
                task.holder().assignee() == null ? null : accounts.called(task.holder().assignee()),
                limits.createdAt(),
                limits.dueAt(),
                calendar.remaining(clock.today(), limits.dueAt().toLocalDate()),
                calendar.isCertain(limits.dueAt().toLocalDate()),
                SlaStatus.running(limits.warnAt(), limits.dueAt(), clock.now()));
    }
}
