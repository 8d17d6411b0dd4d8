package org.creditrepair.web.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.model.Stage;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.supervision.statistics.LimitStates;
import org.creditrepair.supervision.statistics.Statistics;
import org.creditrepair.supervision.statistics.Statistics.By;
import org.creditrepair.supervision.statistics.WorkLine;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.Download;
import org.creditrepair.web.shared.Table;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}/supervision")
@Tag(name = "时限监测与统计", description = "各路径、各单位的时限状态和办理情况，供督查人员使用")
class SupervisionController {

    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 250;

    private final LimitStates states;
    private final Statistics statistics;
    private final Catalog catalog;
    private final RegionAccess access;
    private final BusinessClock clock;
    private final SupervisionViewMapper views;

    SupervisionController(
            LimitStates states,
            Statistics statistics,
            Catalog catalog,
            RegionAccess access,
            BusinessClock clock,
            SupervisionViewMapper views) {
        this.views = views;
        this.states = states;
        this.statistics = statistics;
        this.catalog = catalog;
        this.access = access;
        this.clock = clock;
    }

    record SlaView(
            String path,
            String pathName,
            String unit,
            String unitName,
            long notStarted,
            long onTrack,
            long atRisk,
            long breached,
            long met,
            long late) {

        private List<Object> cells() {
            return List.of(
                    path,
                    pathName,
                    unit,
                    unitName,
                    notStarted,
                    onTrack,
                    atRisk,
                    breached,
                    met,
                    late);
        }
    }

    record TrendDayView(LocalDate day, long met, long late, long missed) {}

    record StageDurationView(
            Stage stage, String name, long ended, double meanDays, int medianDays, int mostDays) {}

    @GetMapping("/sla")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        array = @ArraySchema(schema = @Schema(implementation = SlaView.class))),
                @Content(mediaType = Download.CSV_TYPE),
                @Content(mediaType = Download.XLSX_TYPE)
            })
    @Operation(
            summary = "时限监测",
            description = "按路径和单位统计：在办事项中未开始、正常、临期、超期的件数，以及期间办结事项中按时、曾超期的件数；format 可为 csv、xlsx")
    ResponseEntity<Object> sla(
            @PathVariable RegionCode region,
            @Parameter(description = "办结的起始日期，默认当日") @RequestParam(required = false) LocalDate from,
            @Parameter(description = "办结的截止日期，默认当日") @RequestParam(required = false)
                    LocalDate until,
            @RequestParam(defaultValue = "json") String format) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        LocalDate last = until == null ? clock.today() : until;
        List<SlaView> rows =
                states.count(region, from == null ? last : from, last).stream()
                        .map(views::sla)
                        .toList();
        return new Table(
                        "时限监测",
                        List.of(
                                "路径", "路径名称", "单位代码", "单位", "未开始", "正常", "临期", "超期", "按时办结",
                                "超期办结"),
                        rows.stream().map(SlaView::cells).toList())
                .answer(format, catalog.region(region).name() + "时限监测", rows);
    }

    @GetMapping("/trend")
    @Operation(summary = "近期走势", description = "最近若干工作日各日的按时办结、超期办结件数和新增超期次数；非工作日的计入其前一工作日")
    List<TrendDayView> trend(
            @PathVariable RegionCode region, @RequestParam(defaultValue = "30") int workingDays) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        if (workingDays < 1 || workingDays > MOST_DAYS) {
            throw RefusedException.invalid("workingDays", "RANGE", "须在 1 至 " + MOST_DAYS + " 之间");
        }
        return states.lastDays(region, workingDays).stream().map(views::trendDay).toList();
    }

    @GetMapping("/stages")
    @Operation(summary = "各环节用时", description = "一条路径在期间办结的事项中，各环节用时的平均数、中位数和九成件不超过的工作日")
    List<StageDurationView> stages(
            @PathVariable RegionCode region,
            @RequestParam String path,
            @Parameter(description = "起始日期，默认 30 日前") @RequestParam(required = false)
                    LocalDate from,
            @Parameter(description = "截止日期，默认当日") @RequestParam(required = false) LocalDate until) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        LocalDate last = until == null ? clock.today() : until;
        return statistics
                .stages(region, path, from == null ? last.minusDays(DEFAULT_DAYS) : from, last)
                .entrySet()
                .stream()
                .map(stage -> views.stage(stage.getKey(), stage.getValue()))
                .toList();
    }

    @GetMapping("/units")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        array = @ArraySchema(schema = @Schema(implementation = WorkLine.class))),
                @Content(mediaType = Download.CSV_TYPE),
                @Content(mediaType = Download.XLSX_TYPE)
            })
    @Operation(summary = "各单位办理情况", description = "同“办理统计”按单位（by=UNIT）统计")
    ResponseEntity<Object> units(
            @PathVariable RegionCode region,
            @Parameter(description = "起始日期，默认 30 日前") @RequestParam(required = false)
                    LocalDate from,
            @Parameter(description = "截止日期，默认当日") @RequestParam(required = false) LocalDate until,
            @RequestParam(defaultValue = "json") String format) {
        return statistics(region, By.UNIT, from, until, format);
    }

    @GetMapping("/statistics")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        array = @ArraySchema(schema = @Schema(implementation = WorkLine.class))),
                @Content(mediaType = Download.CSV_TYPE),
                @Content(mediaType = Download.XLSX_TYPE)
            })
    @Operation(
            summary = "办理统计",
            description =
                    "期间的收件数，期间办结事项的结果、补正率、超期率、自申请至办结的工作日平均数、中位数和九成件不超过的工作日，以及不予受理和不予修复的理由类别；by 为 REGION 地区、UNIT 单位、ITEM 事项、CHANNEL 渠道、MONTH 月份（不超过 36 个月）；format 可为 csv、xlsx")
    ResponseEntity<Object> statistics(
            @PathVariable RegionCode region,
            @RequestParam(defaultValue = "REGION") By by,
            @Parameter(description = "起始日期，默认 30 日前") @RequestParam(required = false)
                    LocalDate from,
            @Parameter(description = "截止日期，默认当日") @RequestParam(required = false) LocalDate until,
            @RequestParam(defaultValue = "json") String format) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        LocalDate last = until == null ? clock.today() : until;
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS) : from;
        List<WorkLine> lines = statistics.compile(region, by, first, last);
        String name = catalog.region(region).name() + "办理统计" + first + "至" + last;
        return WorkTable.of(lines).answer(format, name, lines);
    }
}
