package org.creditrepair.web.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.reconciliation.Reconciliations;
import org.creditrepair.registry.collection.CollectionFileStore;
import org.creditrepair.sharing.ledger.PushBacklog;
import org.creditrepair.sharing.ledger.PushBacklog.Backlog;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.intervention.OpenFailures;
import org.creditrepair.workflow.queue.TaskQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}/supervision/health")
@Tag(name = "时限监测与统计")
class HealthController {

    private final Catalog catalog;
    private final PushBacklog backlog;
    private final OpenFailures failures;
    private final Reconciliations reconciliations;
    private final CollectionFileStore files;
    private final TaskQueue queue;
    private final RegionAccess access;
    private final BusinessClock clock;

    HealthController(
            Catalog catalog,
            PushBacklog backlog,
            OpenFailures failures,
            Reconciliations reconciliations,
            CollectionFileStore files,
            TaskQueue queue,
            RegionAccess access,
            BusinessClock clock) {
        this.catalog = catalog;
        this.backlog = backlog;
        this.failures = failures;
        this.reconciliations = reconciliations;
        this.files = files;
        this.queue = queue;
        this.access = access;
        this.clock = clock;
    }

    record PlatformHealthView(
            String code, String name, long waiting, long refused, @Nullable OffsetDateTime since) {}

    record HealthView(
            OffsetDateTime asOf,
            @Nullable OffsetDateTime overdueSince,
            List<PlatformHealthView> platforms,
            int failures,
            long openDifferences,
            long unreadFiles) {}

    @GetMapping
    @Operation(summary = "运行状况", description = "最早的超期任务，各平台尚未送达的推送，失败的步骤，未消除的对账差异，未读完的归集文件")
    HealthView health(@PathVariable RegionCode region) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        Map<String, Backlog> waiting =
                backlog.ofRegion(region).stream()
                        .collect(Collectors.toMap(Backlog::platform, Function.identity()));
        Region served = catalog.region(region);
        List<PlatformHealthView> platforms =
                Stream.concat(
                                served.platforms().stream().map(RegionPlatform::code),
                                Stream.of(RegionPlatform.SMS, RegionPlatform.EMAIL))
                        .map(
                                platform -> {
                                    Backlog one = waiting.get(platform);
                                    return new PlatformHealthView(
                                            platform,
                                            served.platformName(platform),
                                            one == null ? 0 : one.waiting(),
                                            one == null ? 0 : one.refused(),
                                            one == null ? null : one.since());
                                })
                        .toList();
        return new HealthView(
                clock.now(),
                queue.overdueSince(region).orElse(null),
                platforms,
                failures.findByRegion(region).size(),
                reconciliations.openDifferences(region),
                files.unread(region));
    }
}
