package org.creditrepair.web.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.notice.Bulletins;
import org.creditrepair.registry.quality.DataQuality;
import org.creditrepair.registry.quality.DataQuality.Report;
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
@RequestMapping("/api/v1/regions/{region}/supervision/data-quality")
@Tag(name = "数据质量", description = "数据源单位归集质量的清单与通报")
class QualityController {

    private static final int DEFAULT_DAYS = 30;
    private static final List<String> HEADINGS =
            List.of(
                    "单位代码", "单位", "报送行数", "完整率", "准确率", "及时率", "平均报送天数", "退回行数", "更正行数", "重复行数",
                    "代码存疑行数");

    private final DataQuality quality;
    private final Bulletins bulletins;
    private final Catalog catalog;
    private final RegionAccess access;
    private final BusinessClock clock;
    private final RegistryViewMapper views;

    QualityController(
            DataQuality quality,
            Bulletins bulletins,
            Catalog catalog,
            RegionAccess access,
            BusinessClock clock,
            RegistryViewMapper views) {
        this.views = views;
        this.quality = quality;
        this.bulletins = bulletins;
        this.catalog = catalog;
        this.access = access;
        this.clock = clock;
    }

    record UnitQualityView(
            String code,
            String name,
            long rows,
            @Nullable Double completeness,
            @Nullable Double accuracy,
            @Nullable Double timeliness,
            @Nullable Double meanDays,
            long rejected,
            long corrected,
            long duplicate,
            long unconfirmed) {

        private List<Object> cells() {
            return Arrays.asList(
                    code,
                    name,
                    rows,
                    completeness,
                    accuracy,
                    timeliness,
                    meanDays,
                    rejected,
                    corrected,
                    duplicate,
                    unconfirmed);
        }
    }

    record MissingUnitView(String code, String name) {}

    record QualityView(
            LocalDate from,
            LocalDate until,
            List<UnitQualityView> units,
            List<MissingUnitView> missing) {}

    @GetMapping
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = QualityView.class)),
                @Content(mediaType = Download.CSV_TYPE),
                @Content(mediaType = Download.XLSX_TYPE),
                @Content(mediaType = "application/pdf")
            })
    @Operation(
            summary = "归集质量",
            description =
                    "各单位报送的完整率、准确率、及时率和平均报送天数（作出决定至报送），由高到低排列，并列出未报送的单位；"
                            + "format 为 csv、xlsx 的是清单，为 pdf 的是通报")
    ResponseEntity<Object> quality(
            @PathVariable RegionCode region,
            @Parameter(description = "起始日期，默认 30 日前") @RequestParam(required = false)
                    LocalDate from,
            @Parameter(description = "截止日期，默认当日") @RequestParam(required = false) LocalDate until,
            @RequestParam(defaultValue = "json") String format) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        Download wanted =
                Download.of(format, Download.JSON, Download.CSV, Download.XLSX, Download.PDF);
        LocalDate last = until == null ? clock.today() : until;
        Report report =
                quality.report(region, from == null ? last.minusDays(DEFAULT_DAYS) : from, last);
        String name = catalog.region(region).name() + "归集质量" + report.from() + "至" + report.until();
        return switch (wanted) {
            case JSON -> ResponseEntity.ok(views.quality(report));
            case CSV -> wanted.answer(name, table(report).csv());
            case XLSX -> wanted.answer(name, table(report).xlsx());
            case PDF -> wanted.answer(name, bulletins.dataQuality(report));
        };
    }

    private Table table(Report report) {
        return new Table(
                "归集质量",
                HEADINGS,
                report.units().stream().map(views::quality).map(UnitQualityView::cells).toList());
    }
}
