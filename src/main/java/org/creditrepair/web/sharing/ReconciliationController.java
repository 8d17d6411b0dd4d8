package org.creditrepair.web.sharing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.reconciliation.DisplayDifference;
import org.creditrepair.reconciliation.Reconciliations;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.Download;
import org.creditrepair.web.shared.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}/supervision")
@Tag(name = "平台对账", description = "与各公示平台的对账和公示差异，供督查人员使用")
class ReconciliationController {

    private final Reconciliations reconciliations;
    private final Catalog catalog;
    private final RegionAccess access;
    private final SharingViewMapper views;

    ReconciliationController(
            Reconciliations reconciliations,
            Catalog catalog,
            RegionAccess access,
            SharingViewMapper views) {
        this.views = views;
        this.reconciliations = reconciliations;
        this.catalog = catalog;
        this.access = access;
    }

    record ReconciliationForm(String platform) {}

    record ReconciliationView(
            long id,
            String platform,
            String begunBy,
            OffsetDateTime begunAt,
            OffsetDateTime finishedAt,
            Long displayedHere,
            Long displayedThere,
            Long differences,
            String doubt,
            String remark) {}

    record DifferenceView(
            String platform,
            String recordNo,
            DisplayDifference.Kind kind,
            String kindName,
            OffsetDateTime since,
            OffsetDateTime lastSeenAt,
            DisplayDifference.Handling handling,
            String handlingName,
            @Nullable String cause,
            @Nullable OffsetDateTime settledAt) {

        static List<Object> cells(DisplayDifference one) {
            return Arrays.asList(
                    one.platform(),
                    one.recordNo(),
                    one.kind().text(),
                    one.since(),
                    one.lastSeenAt(),
                    one.handling().text(),
                    one.cause(),
                    one.settledAt());
        }
    }

    @PostMapping("/reconciliations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "发起对账", description = "读取一个平台公示的清单，与本平台逐条比对；每夜也会自动进行")
    ReconciliationView reconcile(
            @PathVariable RegionCode region, @RequestBody ReconciliationForm form) {
        Account account = access.require(region, Role.SUPERVISOR);
        return views.reconciliation(
                reconciliations.begin(
                        catalog.region(region).code(), form.platform(), account.name()));
    }

    @GetMapping("/reconciliations")
    @Operation(summary = "对账台账", description = "最近 200 次对账：双方在公示条数、差异条数、须人工核对的原因和查明的情况")
    List<ReconciliationView> reconciliations(@PathVariable RegionCode region) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        return reconciliations.findByRegion(catalog.region(region).code()).stream()
                .map(views::reconciliation)
                .toList();
    }

    @GetMapping("/differences")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        array =
                                @ArraySchema(
                                        schema = @Schema(implementation = DifferenceView.class))),
                @Content(mediaType = Download.CSV_TYPE),
                @Content(mediaType = Download.XLSX_TYPE)
            })
    @Operation(
            summary = "公示差异",
            description = "各平台与本平台不一致的信息：何种差异、何时起、原因、如何处理、何时消除；未消除的在前，format 可为 csv、xlsx")
    ResponseEntity<Object> differences(
            @PathVariable RegionCode region, @RequestParam(defaultValue = "json") String format) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        List<DisplayDifference> all = reconciliations.differences(catalog.region(region).code());
        return table(all)
                .answer(
                        format,
                        catalog.region(region).name() + "公示差异",
                        all.stream().map(views::difference).toList());
    }

    private static Table table(List<DisplayDifference> differences) {
        return new Table(
                "公示差异",
                List.of("平台", "失信信息编号", "差异", "首次发现", "最近发现", "处理方式", "原因", "消除时间"),
                differences.stream().map(DifferenceView::cells).toList());
    }
}
