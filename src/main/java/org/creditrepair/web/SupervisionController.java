package org.creditrepair.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.creditrepair.access.Account.Role;
import org.creditrepair.access.RegionAccess;
import org.creditrepair.application.ItemResult;
import org.creditrepair.application.SlaStatus;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.RepairPath;
import org.creditrepair.supervision.LimitStates;
import org.creditrepair.supervision.UnitReports;
import org.creditrepair.supervision.UnitWork;
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
    private static final double MOST = 0.9;

    private final LimitStates states;
    private final UnitReports units;
    private final RegionAccess access;
    private final BusinessClock clock;

    SupervisionController(
            LimitStates states, UnitReports units, RegionAccess access, BusinessClock clock) {
        this.states = states;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    record SlaView(
            String path,
            String pathName,
            String unit,
            String unitName,
            long onTrack,
            long atRisk,
            long breached,
            long met) {

        static SlaView of(LimitStates.State state) {
            return new SlaView(
                    state.path(),
                    RepairPath.of(state.path()).text(),
                    state.unit().code(),
                    state.unit().name(),
                    state.in(SlaStatus.ON_TRACK),
                    state.in(SlaStatus.AT_RISK),
                    state.in(SlaStatus.BREACHED),
                    state.in(SlaStatus.MET));
        }

        private List<Object> cells() {
            return List.of(path, pathName, unit, unitName, onTrack, atRisk, breached, met);
        }
    }

    record UnitWorkView(
            String unit,
            String unitName,
            long closed,
            long repaired,
            long refused,
            long rejected,
            long withdrawn,
            long lapsed,
            double correctedShare,
            double lateShare,
            double meanDays,
            int medianDays,
            int ninetyPercentDays) {

        static UnitWorkView of(UnitWork work) {
            return new UnitWorkView(
                    work.unit().code(),
                    work.unit().name(),
                    work.closed(),
                    work.of(ItemResult.REPAIRED),
                    work.of(ItemResult.REFUSED),
                    work.of(ItemResult.REJECTED),
                    work.of(ItemResult.WITHDRAWN),
                    work.of(ItemResult.LAPSED),
                    work.correctedShare(),
                    work.lateShare(),
                    work.meanDays(),
                    work.daysOf(0.5),
                    work.daysOf(MOST));
        }

        private List<Object> cells() {
            return List.of(
                    unit,
                    unitName,
                    closed,
                    repaired,
                    refused,
                    rejected,
                    withdrawn,
                    lapsed,
                    correctedShare,
                    lateShare,
                    meanDays,
                    medianDays,
                    ninetyPercentDays);
        }
    }

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
            description = "按路径和单位统计：在办事项中正常、临期、超期的件数，以及期间办结事项中按时、超期的件数；format 可为 csv、xlsx")
    ResponseEntity<Object> sla(
            @PathVariable String region,
            @Parameter(description = "办结的起始日期，默认当日") @RequestParam(required = false) LocalDate from,
            @Parameter(description = "办结的截止日期，默认当日") @RequestParam(required = false)
                    LocalDate until,
            @RequestParam(defaultValue = "json") String format) {
        access.require(region, Role.SUPERVISOR);
        Download wanted = Download.of(format, Download.JSON, Download.CSV, Download.XLSX);
        LocalDate last = until == null ? clock.today() : until;
        List<SlaView> rows =
                states.of(region, from == null ? last : from, last).stream()
                        .map(SlaView::of)
                        .toList();
        Table table =
                new Table(
                        "时限监测",
                        List.of("路径", "路径名称", "单位", "单位名称", "正常", "临期", "超期", "按时办结"),
                        rows.stream().map(SlaView::cells).toList());
        return answer(wanted, "sla", rows, table);
    }

    @GetMapping("/units")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        array =
                                @ArraySchema(
                                        schema = @Schema(implementation = UnitWorkView.class))),
                @Content(mediaType = Download.CSV_TYPE),
                @Content(mediaType = Download.XLSX_TYPE)
            })
    @Operation(
            summary = "各单位办理情况",
            description = "期间办结事项的结果、补正率、超期率，以及自申请至办结的工作日平均数、中位数和九成件不超过的工作日；format 可为 csv、xlsx")
    ResponseEntity<Object> units(
            @PathVariable String region,
            @Parameter(description = "起始日期，默认 30 日前") @RequestParam(required = false)
                    LocalDate from,
            @Parameter(description = "截止日期，默认当日") @RequestParam(required = false) LocalDate until,
            @RequestParam(defaultValue = "json") String format) {
        access.require(region, Role.SUPERVISOR);
        Download wanted = Download.of(format, Download.JSON, Download.CSV, Download.XLSX);
        LocalDate last = until == null ? clock.today() : until;
        List<UnitWorkView> rows =
                units.of(region, from == null ? last.minusDays(DEFAULT_DAYS) : from, last).stream()
                        .map(UnitWorkView::of)
                        .toList();
        Table table =
                new Table(
                        "各单位办理情况",
                        List.of(
                                "单位", "单位名称", "办结", "准予修复", "不予修复", "不予受理", "撤回", "逾期未补正", "补正率",
                                "超期率", "平均工作日", "中位数", "九成件"),
                        rows.stream().map(UnitWorkView::cells).toList());
        return answer(wanted, "units", rows, table);
    }

    private static ResponseEntity<Object> answer(
            Download wanted, String name, List<?> rows, Table table) {
        return switch (wanted) {
            case CSV -> Download.CSV.answer(name, table.csv());
            case XLSX -> Download.XLSX.answer(name, table.xlsx());
            default -> ResponseEntity.ok(rows);
        };
    }
}
