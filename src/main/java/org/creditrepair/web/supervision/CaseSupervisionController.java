package org.creditrepair.web.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.region.RegionCode;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.supervision.escalation.Escalation;
import org.creditrepair.supervision.escalation.Escalations;
import org.creditrepair.supervision.status.CaseSearch;
import org.creditrepair.web.application.CaseViews;
import org.creditrepair.web.tasks.TaskViews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}/supervision/cases")
@Tag(name = "办件查询", description = "在办和已办结的办件，各环节的时限、用时、经办人、推送与回执、督办记录，供督查人员使用")
class CaseSupervisionController {

    private final CaseSearch search;
    private final Applications applications;
    private final PushLedger ledger;
    private final Escalations escalations;
    private final Consultations consultations;
    private final Catalog catalog;
    private final WorkingCalendars calendars;
    private final BusinessClock clock;
    private final RegionAccess access;

    CaseSupervisionController(
            CaseSearch search,
            Applications applications,
            PushLedger ledger,
            Escalations escalations,
            Consultations consultations,
            Catalog catalog,
            WorkingCalendars calendars,
            BusinessClock clock,
            RegionAccess access) {
        this.search = search;
        this.applications = applications;
        this.ledger = ledger;
        this.escalations = escalations;
        this.consultations = consultations;
        this.catalog = catalog;
        this.calendars = calendars;
        this.clock = clock;
        this.access = access;
    }

    @GetMapping
    @Operation(
            summary = "办件查询",
            description =
                    "每页 50 件。words 可为办件编号、申请编号、失信信息编号、证件号码或主体全称；state 为时限状态；closed=true 查已办结的")
    List<CaseViews.FoundView> cases(
            @PathVariable RegionCode region,
            @RequestParam(required = false) String words,
            @RequestParam(required = false) String path,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) SlaStatus state,
            @RequestParam(defaultValue = "false") boolean closed,
            @Parameter(description = "办结的起始日期") @RequestParam(required = false) LocalDate from,
            @Parameter(description = "办结的截止日期") @RequestParam(required = false) LocalDate until,
            @Parameter(description = "页码，从 0 起") @RequestParam(defaultValue = "0") int page) {
        access.require(region, Role.SUPERVISOR);
        if (page < 0) {
            throw RefusedException.invalid("page", "RANGE", "不能小于 0");
        }
        Region served = catalog.region(region);
        return search
                .of(
                        served.code(),
                        new CaseSearch.Wanted(words, path, unit, state, closed, from, until, page))
                .stream()
                .map(found -> view(served, found))
                .toList();
    }

    private CaseViews.FoundView view(Region region, CaseSearch.Found found) {
        WorkingCalendar calendar = calendars.of(region.code());
        LocalDate due = found.dueAt() == null ? null : found.dueAt().toLocalDate();
        return new CaseViews.FoundView(
                found.key().toString(),
                found.item(),
                catalog.item(region.code(), found.item()).name(),
                found.path(),
                found.unit(),
                region.unit(found.unit()).name(),
                found.subject(),
                found.recordNo(),
                found.submittedAt(),
                found.stage(),
                found.stage() == null ? null : found.stage().text(),
                found.dueAt(),
                due == null ? null : calendar.remaining(clock.today(), due),
                due == null ? null : calendar.isCertain(due),
                found.closedAt(),
                found.result(),
                found.result() == null ? null : found.result().text(),
                found.sla());
    }

    @GetMapping("/{caseKey}")
    @Operation(summary = "一件办件", description = "各环节的时限、用时、经办人和意见，各平台的推送与回执，督办、会办记录")
    CaseViews.CaseView one(@PathVariable RegionCode region, @PathVariable String caseKey) {
        access.require(region, Role.SUPERVISOR);
        if (!CaseKey.isWellFormed(caseKey)) {
            throw unknown(caseKey);
        }
        CaseKey key = CaseKey.parse(caseKey);
        CaseFile file = applications.byNumber(key.applicationNo());
        Region served = catalog.region(region);
        boolean here = file.region().equals(served.code()) && key.itemNo() <= file.items().size();
        if (!here) {
            throw unknown(caseKey);
        }
        CaseItem item = file.item(key.itemNo());
        return new CaseViews.CaseView(
                caseKey,
                file.applicant().subject().name(),
                file.applicant().subject().code().value(),
                item.itemCode(),
                catalog.item(region, item.itemCode()).name(),
                item.recordNo(),
                item.unit(),
                served.unit(item.unit()).name(),
                file.filing().channel().text(),
                file.filing().submittedAt(),
                item.state().result(),
                item.state().result() == null ? null : item.state().result().text(),
                item.state().resultReason(),
                item.sla(clock.now()),
                item.stages().stream().map(stage -> view(region, stage)).toList(),
                ledger.about(caseKey).stream().map(push -> view(served, push)).toList(),
                escalations.about(served.code(), caseKey).stream()
                        .map(CaseSupervisionController::view)
                        .toList(),
                consultations.about(served.code(), caseKey).stream()
                        .map(TaskViews.ConsultationView::of)
                        .toList());
    }

    private static RefusedException unknown(String caseKey) {
        return RefusedException.notFound("caseKey", "该地区无此办件：" + caseKey);
    }

    private CaseViews.CaseStageView view(RegionCode region, StageRecord stage) {
        WorkingCalendar calendar = calendars.of(region);
        LocalDate due = stage.limit().dueAt() == null ? null : stage.limit().dueAt().toLocalDate();
        boolean running = stage.end().endedAt() == null;
        LocalDate measured =
                stage.limit().pausedAt() == null
                        ? clock.today()
                        : stage.limit().pausedAt().toLocalDate();
        return new CaseViews.CaseStageView(
                stage.stage(),
                stage.stage().text(),
                stage.startedAt(),
                stage.limit().dueAt(),
                due == null ? null : calendar.isCertain(due),
                stage.limit().pausedAt(),
                stage.limit().addedDays(),
                stage.end().endedAt(),
                stage.end().endedAt() == null
                        ? null
                        : calendar.remaining(
                                stage.startedAt().toLocalDate(),
                                stage.end().endedAt().toLocalDate()),
                running && due != null ? calendar.remaining(measured, due) : null,
                stage.end().outcome(),
                stage.end().outcome() == null ? null : stage.end().outcome().text(),
                stage.end().actor(),
                stage.end().remark(),
                stage.sla(clock.now()));
    }

    private static CaseViews.CasePushView view(Region region, Push push) {
        return new CaseViews.CasePushView(
                push.content().platform(),
                region.platform(push.content().platform())
                        .map(platform -> platform.name())
                        .orElse(push.content().platform()),
                push.content().event(),
                push.status(),
                push.status().text(),
                push.attempts(),
                push.lastError(),
                push.receipt(),
                push.createdAt(),
                push.deliveredAt());
    }

    private static CaseViews.EscalationView view(Escalation escalation) {
        return new CaseViews.EscalationView(
                escalation.step(),
                escalation.step().text(),
                escalation.waiting().stage().text(),
                escalation.reason(),
                escalation.actor(),
                escalation.happenedAt());
    }
}
