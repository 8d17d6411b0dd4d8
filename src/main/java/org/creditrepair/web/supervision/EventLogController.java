package org.creditrepair.web.supervision;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.progress.EventLog;
import org.creditrepair.application.progress.EventLog.Event;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/v1/regions/{region}/supervision/event-log")
@Tag(name = "时限监测与统计")
class EventLogController {

    private static final int DEFAULT_DAYS = 30;

    private final EventLog log;
    private final Catalog catalog;
    private final RegionAccess access;
    private final BusinessClock clock;

    EventLogController(EventLog log, Catalog catalog, RegionAccess access, BusinessClock clock) {
        this.log = log;
        this.catalog = catalog;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.CSV_TYPE))
    @Operation(
            summary = "事件日志",
            description =
                    "期间开始的各环节，每行一个：case_id 办件编号，activity 环节，start_timestamp、complete_timestamp 起止时间，role 角色（不列姓名），org:resource 办理单位，item 事项，outcome 结果；供审计和流程挖掘，逐行送出")
    ResponseEntity<StreamingResponseBody> log(
            @PathVariable RegionCode region,
            @Parameter(description = "起始日期，默认 30 日前") @RequestParam(required = false)
                    @Nullable LocalDate from,
            @Parameter(description = "截止日期，默认当日") @RequestParam(required = false)
                    @Nullable LocalDate until) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        LocalDate last = until == null ? clock.today() : until;
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS) : from;
        Region served = catalog.region(region);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Download.CSV_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Download.CSV.disposition(served.name() + "事件日志" + first + "至" + last))
                .body(out -> write(served, first, last, out));
    }

    private void write(Region region, LocalDate from, LocalDate until, OutputStream out) {
        CsvWriter csv =
                CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(
                "case_id",
                "activity",
                "start_timestamp",
                "complete_timestamp",
                "role",
                "org:resource",
                "item",
                "outcome");
        log.read(region.code(), from, until, event -> csv.writeRecord(cells(region, event)));
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(Region region, Event event) {
        return new String[] {
            event.key().toString(),
            event.stage().text(),
            event.startedAt().toString(),
            Objects.toString(event.endedAt(), ""),
            event.role(),
            region.units().stream()
                    .filter(unit -> unit.code().equals(event.unit()))
                    .map(Unit::name)
                    .findFirst()
                    .orElse(event.unit()),
            region.item(event.item()).map(RepairItem::name).orElse(event.item()),
            event.outcome() == null ? "" : event.outcome().text()
        };
    }
}
