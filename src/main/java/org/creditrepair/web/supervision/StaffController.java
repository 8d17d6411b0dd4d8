package org.creditrepair.web.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.opinion.CommentTemplates;
import org.creditrepair.application.opinion.CommentTemplates.Template;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violations;
import org.creditrepair.supervision.escalation.StaffMessages;
import org.creditrepair.supervision.escalation.StaffMessages.Message;
import org.creditrepair.task.Outcome;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.mapping.UnitView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "工作人员", description = "本人是谁、站内消息、意见模板")
class StaffController {

    private final StaffMessages messages;
    private final CommentTemplates templates;
    private final Catalog catalog;
    private final RegionAccess access;
    private final Accounts accounts;
    private final BusinessClock clock;

    StaffController(
            StaffMessages messages,
            CommentTemplates templates,
            Catalog catalog,
            RegionAccess access,
            Accounts accounts,
            BusinessClock clock) {
        this.accounts = accounts;
        this.messages = messages;
        this.templates = templates;
        this.catalog = catalog;
        this.access = access;
        this.clock = clock;
    }

    record MyRegionView(
            String code,
            String name,
            @Nullable UnitView unit,
            @Nullable UnitView leads,
            boolean supervisor,
            boolean window,
            List<UnitView> units) {}

    record MeView(
            String account,
            String name,
            LocalDate today,
            List<MyRegionView> regions,
            long unread) {}

    record TemplateForm(String outcome, String title, String body) {}

    @GetMapping("/me")
    @Operation(summary = "本人", description = "登录账号所属的地区、单位，是否督查人员，以及未读消息数")
    MeView me() {
        Account account = account();
        List<MyRegionView> regions =
                catalog.regions().stream()
                        .filter(region -> account.regions().contains(region.code()))
                        .map(region -> mine(account, region))
                        .toList();
        return new MeView(
                account.name(),
                accounts.called(account.name()),
                clock.today(),
                regions,
                messages.unread(account));
    }

    private static MyRegionView mine(Account account, Region region) {
        return new MyRegionView(
                region.code().value(),
                region.name(),
                account.unitIn(region)
                        .map(unit -> new UnitView(unit.code(), unit.name()))
                        .orElse(null),
                account.unitLedIn(region)
                        .map(unit -> new UnitView(unit.code(), unit.name()))
                        .orElse(null),
                account.plays(region, Set.of(Role.SUPERVISOR)),
                account.plays(region, Set.of(Role.WINDOW)),
                region.units().stream()
                        .map(unit -> new UnitView(unit.code(), unit.name()))
                        .toList());
    }

    @GetMapping("/messages")
    @Operation(summary = "站内消息", description = "发给本人和所属各组的消息，未读在前，最多 200 条")
    List<Message> messages() {
        return messages.to(account());
    }

    @PostMapping("/messages/{id}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "标为已读")
    void read(@PathVariable long id) {
        messages.read(id, account());
    }

    @PostMapping("/messages/readings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "全部标为已读", description = "kind 为消息类别，不填为全部")
    void readAll(@RequestParam(required = false) @Nullable String kind) {
        messages.readAll(kind, account());
    }

    @GetMapping("/regions/{region}/comment-templates")
    @Operation(summary = "意见模板", description = "通用模板和本单位的模板；通用模板没有 id，不能删除")
    List<Template> templates(@PathVariable RegionCode region) {
        Region mine = catalog.region(region);
        return templates.findByUnit(mine.code(), unit(region, mine));
    }

    @PostMapping("/regions/{region}/comment-templates")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "新增本单位意见模板", description = "outcome 为该模板适用的结果代码")
    Template add(@PathVariable RegionCode region, @RequestBody TemplateForm form) {
        Region mine = catalog.region(region);
        String unit = unit(region, mine);
        return templates.add(mine.code(), unit, template(null, form), account().name());
    }

    private Template template(@Nullable Long id, TemplateForm form) {
        Violations wrong = new Violations(clock.today());
        Outcome outcome = wrong.code("outcome", form.outcome(), Outcome.class);
        wrong.text("title", form.title(), 60);
        wrong.text("body", form.body(), 1000);
        wrong.refuse();
        return new Template(
                id, Objects.requireNonNull(outcome), form.title().strip(), form.body().strip());
    }

    @PutMapping("/regions/{region}/comment-templates/{id}")
    @Operation(summary = "修改本单位意见模板")
    Template change(
            @PathVariable RegionCode region,
            @PathVariable long id,
            @RequestBody TemplateForm form) {
        Region mine = catalog.region(region);
        String unit = unit(region, mine);
        return templates.change(mine.code(), unit, template(id, form));
    }

    @DeleteMapping("/regions/{region}/comment-templates/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "删除本单位意见模板")
    void remove(@PathVariable RegionCode region, @PathVariable long id) {
        Region mine = catalog.region(region);
        templates.remove(mine.code(), unit(region, mine), id);
    }

    private String unit(RegionCode region, Region mine) {
        return access.require(region, Role.UNIT)
                .unitIn(mine)
                .orElseThrow(() -> RefusedException.forbidden("本账号不属于该地区的单位"))
                .code();
    }

    private static Account account() {
        return Accounts.current().orElseThrow();
    }
}
