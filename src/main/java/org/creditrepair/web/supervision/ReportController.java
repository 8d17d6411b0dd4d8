package org.creditrepair.web.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.supervision.assessment.Assessment;
import org.creditrepair.supervision.assessment.Assessment.Score;
import org.creditrepair.supervision.assessment.MonthlyReport;
import org.creditrepair.supervision.assessment.MonthlyReports;
import org.creditrepair.supervision.statistics.QueueStates;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.Download;
import org.creditrepair.web.shared.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}/supervision")
@Tag(name = "考核与月报", description = "点击查询、部门考核、月报和通报，供督查人员使用")
class ReportController {

    private static final int DEFAULT_DAYS = 30;

    private final QueueStates queues;
    private final Assessment assessment;
    private final MonthlyReports reports;
    private final Catalog catalog;
    private final RegionAccess access;
    private final BusinessClock clock;
    private final SupervisionViewMapper views;

    ReportController(
            QueueStates queues,
            Assessment assessment,
            MonthlyReports reports,
            Catalog catalog,
            RegionAccess access,
            BusinessClock clock,
            SupervisionViewMapper views) {
        this.views = views;
        this.queues = queues;
        this.assessment = assessment;
        this.reports = reports;
        this.catalog = catalog;
        this.access = access;
        this.clock = clock;
    }

    record QueueView(
            String unit,
            String unitName,
            long open,
            @Nullable OffsetDateTime lookedAt,
            boolean untouched) {

        private List<Object> cells() {
            return Arrays.asList(unit, unitName, open, lookedAt, untouched ? "是" : "否");
        }
    }

    @GetMapping("/queues")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        array = @ArraySchema(schema = @Schema(implementation = QueueView.class))),
                @Content(mediaType = Download.CSV_TYPE),
                @Content(mediaType = Download.XLSX_TYPE)
            })
    @Operation(
            summary = "点击查询情况",
            description = "有在办事项的单位今日首次查询待办的时间；untouched 为上一工作日有待办而未查询；format 可为 csv、xlsx")
    ResponseEntity<Object> queues(
            @PathVariable RegionCode region, @RequestParam(defaultValue = "json") String format) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        List<QueueView> rows = queues.ofRegion(region).stream().map(views::queue).toList();
        return new Table(
                        "点击查询",
                        List.of("单位代码", "单位", "在办", "今日首次查询", "上一工作日未查询"),
                        rows.stream().map(QueueView::cells).toList())
                .answer(format, catalog.region(region).name() + "点击查询", rows);
    }

    @GetMapping("/assessment")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        array = @ArraySchema(schema = @Schema(implementation = Score.class))),
                @Content(mediaType = Download.CSV_TYPE),
                @Content(mediaType = Download.XLSX_TYPE)
            })
    @Operation(
            summary = "部门考核",
            description = "按时办结率、每日点击率、归集完整率、准确率、及时率按配置的权重计分（百分制），没有数据的项不计入；format 可为 csv、xlsx")
    ResponseEntity<Object> assessment(
            @PathVariable RegionCode region,
            @Parameter(description = "起始日期，默认 30 日前") @RequestParam(required = false)
                    LocalDate from,
            @Parameter(description = "截止日期，默认当日") @RequestParam(required = false) LocalDate until,
            @RequestParam(defaultValue = "json") String format) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        LocalDate last = until == null ? clock.today() : until;
        List<Score> scores =
                assessment.score(region, from == null ? last.minusDays(DEFAULT_DAYS) : from, last);
        return new Table(
                        "部门考核",
                        List.of("单位代码", "单位", "按时办结率", "每日点击率", "归集完整率", "归集准确率", "归集及时率", "得分"),
                        scores.stream().map(ReportController::cells).toList())
                .answer(format, catalog.region(region).name() + "部门考核", scores);
    }

    private static List<Object> cells(Score score) {
        return Arrays.asList(
                score.unit(),
                score.name(),
                score.onTime(),
                score.dailyLook(),
                score.completeness(),
                score.accuracy(),
                score.timeliness(),
                score.score());
    }

    @GetMapping("/months")
    @Operation(summary = "已出具的月报", description = "每月首个工作日出具上月月报，漏出的月份在其后的工作日补出")
    List<YearMonth> months(@PathVariable RegionCode region) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        return reports.months(region);
    }

    @GetMapping("/months/{month}")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = MonthlyReport.class)),
                @Content(mediaType = Download.CSV_TYPE),
                @Content(mediaType = Download.XLSX_TYPE),
                @Content(mediaType = "application/pdf")
            })
    @Operation(summary = "月报", description = "出具时的数字，此后不再变动；format 为 csv、xlsx 的是各单位办理统计，为 pdf 的是通报")
    ResponseEntity<Object> month(
            @PathVariable RegionCode region,
            @PathVariable YearMonth month,
            @RequestParam(defaultValue = "json") String format) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        Download wanted =
                Download.of(format, Download.JSON, Download.CSV, Download.XLSX, Download.PDF);
        MonthlyReport report = reports.require(region, month);
        String name = catalog.region(region).name() + "月度通报" + month;
        return wanted == Download.PDF
                ? wanted.answer(name, reports.bulletin(report))
                : WorkTable.of(report.units()).answer(format, name, report);
    }
}
