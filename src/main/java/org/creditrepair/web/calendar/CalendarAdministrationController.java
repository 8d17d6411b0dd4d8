package org.creditrepair.web.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.calendar.ArrangementText;
import org.creditrepair.calendar.CalendarChange;
import org.creditrepair.calendar.CalendarChanges;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violations;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.Download;
import org.creditrepair.workflow.limits.CalendarAdministration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/calendar/changes")
@Tag(name = "工作日历管理", description = "导入、预览、撤销一年的节假日安排，并改算在办时限；供系统管理员使用")
class CalendarAdministrationController {

    private static final int MAX_SOURCE = 300;

    private final CalendarAdministration calendar;
    private final CalendarChanges changes;
    private final BusinessClock clock;
    private final CalendarViewMapper views;
    private final Catalog catalog;

    CalendarAdministrationController(
            CalendarAdministration calendar,
            CalendarChanges changes,
            Catalog catalog,
            BusinessClock clock,
            CalendarViewMapper views) {
        this.views = views;
        this.clock = clock;
        this.calendar = calendar;
        this.changes = changes;
        this.catalog = catalog;
    }

    record MovedView(String reference, OffsetDateTime before, OffsetDateTime after) {}

    record PreviewView(List<LocalDate> days, int processes, List<MovedView> moved) {}

    record ChangeView(
            long id,
            int year,
            @Nullable RegionCode region,
            String source,
            @Nullable Long revokes,
            String changedBy,
            OffsetDateTime changedAt,
            OffsetDateTime finishedAt,
            long moved) {}

    record ChangeDetailView(
            ChangeView change,
            @Nullable String before,
            @Nullable String after,
            List<MovedView> log) {}

    record CalendarRevocationForm(String reason) {}

    @GetMapping
    @Operation(summary = "日历变更台账")
    List<ChangeView> all() {
        administrator();
        return changes.all().stream().map(this::view).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "一次日历变更", description = "变更前后的安排，以及改算的时限，最多 1000 处")
    ChangeDetailView one(@PathVariable long id) {
        administrator();
        CalendarChange change = changes.byId(id);
        return new ChangeDetailView(
                view(change), change.before(), change.after(), views.moved(changes.movedBy(id)));
    }

    @PostMapping(
            path = "/preview",
            consumes = {MediaType.TEXT_PLAIN_VALUE, Download.CSV_TYPE})
    @Operation(
            summary = "预览导入",
            description = "哪些日期改变、多少流程的时限会变、前 200 处时限由何时改为何时；不作任何改动。正文同“导入一年的安排”")
    PreviewView preview(
            @RequestParam int year,
            @Parameter(description = "地区代码；只导入该地区自有假日时填写") @RequestParam(required = false)
                    @Nullable RegionCode region,
            @RequestBody(required = false) String text) {
        administrator();
        CalendarAdministration.Preview preview =
                calendar.preview(year, known(region), ArrangementText.of(year, text));
        return new PreviewView(preview.days(), preview.processes(), views.moved(preview.moved()));
    }

    @PostMapping(consumes = {MediaType.TEXT_PLAIN_VALUE, Download.CSV_TYPE})
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "导入一年的安排",
            description =
                    "正文为文本（每行如“休 2027-05-01..2027-05-05 劳动节”“班 2027-05-08 劳动节”），或 CSV（列 date,kind,name，kind 为 holiday 或 workday）。即时生效，在办任务和定时分批改算，逐处留痕，可以撤销")
    ChangeView importYear(
            @RequestParam int year,
            @Parameter(description = "公布该安排的通知") @RequestParam String source,
            @Parameter(description = "地区代码；只导入该地区自有假日时填写") @RequestParam(required = false)
                    @Nullable RegionCode region,
            @RequestBody(required = false) String text) {
        Account account = administrator();
        check("source", source);
        return view(
                calendar.importYear(
                        year,
                        known(region),
                        ArrangementText.of(year, text),
                        source.strip(),
                        account.name()));
    }

    @PostMapping("/{id}/revocation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "撤销导入", description = "恢复变更前的安排并改算时限；只能撤销该年最近一次变更")
    ChangeView revoke(@PathVariable long id, @RequestBody CalendarRevocationForm form) {
        Account account = administrator();
        check("reason", form.reason());
        return view(calendar.revoke(id, form.reason().strip(), account.name()));
    }

    private void check(String field, String text) {
        Violations wrong = new Violations(clock.today());
        wrong.text(field, text, MAX_SOURCE);
        wrong.refuse();
    }

    private @Nullable RegionCode known(@Nullable RegionCode region) {
        return region == null ? null : catalog.region(region).code();
    }

    private ChangeView view(CalendarChange change) {
        return views.change(change, changes.countMovedBy(change.id()));
    }

    private static Account administrator() {
        return Accounts.current()
                .filter(Account::admin)
                .orElseThrow(() -> RefusedException.forbidden("工作日历由系统管理员维护"));
    }
}
