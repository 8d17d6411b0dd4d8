package org.creditrepair.web.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Channel;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.supervision.status.CaseSearch;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.application.CaseViews;
import org.creditrepair.web.mapping.RegionClock;
import org.creditrepair.web.mapping.Today;
import org.creditrepair.web.shared.Download;
import org.creditrepair.web.shared.Table;
import org.springframework.http.ResponseEntity;
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
    private final Catalog catalog;
    private final RegionClock clock;
    private final RegionAccess access;
    private final CaseRegisters registers;
    private final SupervisionViewMapper views;

    CaseSupervisionController(
            CaseSearch search,
            Applications applications,
            Catalog catalog,
            RegionClock clock,
            RegionAccess access,
            CaseRegisters registers,
            SupervisionViewMapper views) {
        this.registers = registers;
        this.views = views;
        this.search = search;
        this.applications = applications;
        this.catalog = catalog;
        this.clock = clock;
        this.access = access;
    }

    @GetMapping
    @Operation(
            summary = "办件查询",
            description =
                    "每页 50 件；format 为 csv、xlsx 的不分页，最多 5000 件。words 可为办件编号、申请编号、失信信息编号、证件号码或主体名称的任一部分；state 为时限状态；scope 为 OPEN（在办）、CLOSED（期间内办结的）或 RECEIVED（期间内收件的，不分状态）")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        array =
                                @ArraySchema(
                                        schema =
                                                @Schema(
                                                        implementation =
                                                                CaseViews.FoundView.class))),
                @Content(mediaType = Download.CSV_TYPE),
                @Content(mediaType = Download.XLSX_TYPE)
            })
    ResponseEntity<Object> cases(
            @PathVariable RegionCode region,
            @RequestParam(required = false) String words,
            @RequestParam(required = false) String path,
            @Parameter(description = "修复事项代码") @RequestParam(required = false) String item,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) Channel channel,
            @RequestParam(required = false) SlaStatus state,
            @Parameter(description = "办件结果") @RequestParam(required = false) ItemResult result,
            @Parameter(description = "是否要求过补正") @RequestParam(required = false) Boolean corrected,
            @RequestParam(defaultValue = "OPEN") CaseSearch.Scope scope,
            @Parameter(description = "办结或收件的起始日期") @RequestParam(required = false) LocalDate from,
            @Parameter(description = "办结或收件的截止日期") @RequestParam(required = false) LocalDate until,
            @Parameter(description = "页码，从 0 起") @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "json") String format) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        if (page < 0) {
            throw RefusedException.invalid("page", "RANGE", "不能小于 0");
        }
        if (scope == CaseSearch.Scope.RECEIVED && state != null) {
            throw RefusedException.invalid("state", "NOT_APPLICABLE", "收件的办件不分时限状态");
        }
        Region served = catalog.region(region);
        Today today = clock.today(served.code());
        boolean file =
                Download.of(format, Download.JSON, Download.CSV, Download.XLSX) != Download.JSON;
        List<CaseViews.FoundView> found =
                search
                        .search(
                                served.code(),
                                new CaseSearch.Wanted(
                                        words,
                                        new CaseSearch.Kind(path, item, unit, channel),
                                        scope,
                                        state,
                                        result,
                                        corrected,
                                        from,
                                        until,
                                        file ? 0 : page),
                                file ? CaseSearch.MOST : CaseSearch.PAGE)
                        .stream()
                        .map(one -> views.found(one, served, today))
                        .toList();
        return new Table(
                        "办件",
                        List.of(
                                "办件", "修复事项", "申请主体", "失信信息编号", "办理单位", "申请时间", "环节", "结果", "时限",
                                "剩余工作日", "办结时间", "时限状态"),
                        found.stream().map(CaseSupervisionController::cells).toList())
                .answer(format, catalog.region(region).name() + "办件", found);
    }

    private static List<Object> cells(CaseViews.FoundView found) {
        return Arrays.asList(
                found.caseKey(),
                found.itemName(),
                found.subject(),
                found.recordNo(),
                found.unitName(),
                found.submittedAt(),
                found.stageName(),
                found.resultName(),
                found.dueAt(),
                found.workingDaysLeft(),
                found.closedAt(),
                found.sla().text());
    }

    @GetMapping("/{caseKey}")
    @Operation(summary = "一件办件", description = "各环节的时限、用时、经办人和意见，各平台的推送与回执，督办、会办记录")
    CaseViews.CaseView one(@PathVariable RegionCode region, @PathVariable String caseKey) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
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
        return registers.view(file, item, served, clock.today(served.code()));
    }

    private static RefusedException unknown(String caseKey) {
        return RefusedException.notFound("caseKey", "该地区无此办件：" + caseKey);
    }
}
