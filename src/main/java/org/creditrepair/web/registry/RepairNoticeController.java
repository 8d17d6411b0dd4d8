package org.creditrepair.web.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.notice.serving.NoticeService;
import org.creditrepair.notice.serving.NoticeServices;
import org.creditrepair.notice.serving.ServiceMethod;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.mapping.UnitView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}")
@Tag(name = "两书同达", description = "信用修复告知书随处罚决定书送达的情况；送达在待办“送达告知书”中登记")
class RepairNoticeController {

    private final NoticeServices services;
    private final Catalog catalog;
    private final RegionAccess access;

    RepairNoticeController(NoticeServices services, Catalog catalog, RegionAccess access) {
        this.services = services;
        this.catalog = catalog;
        this.access = access;
    }

    /**
     * The service of one decision's repair notice.
     *
     * @param servedOn null while it is not served, and where none was needed
     * @param settledAt null while it waits
     */
    record ServiceView(
            long id,
            String recordNo,
            UnitView unit,
            OffsetDateTime openedAt,
            @Nullable LocalDate servedOn,
            @Nullable ServiceMethod method,
            @Nullable String recipient,
            @Nullable String proof,
            @Nullable String remark,
            @Nullable OffsetDateTime settledAt) {}

    record ServiceCountView(
            UnitView unit,
            long opened,
            long served,
            long unserved,
            @Nullable OffsetDateTime oldestUnserved) {}

    @GetMapping("/repair-notices")
    @Operation(summary = "告知书的送达", description = "本单位的处罚决定，近期在前，最多 500 条；督查人员和信用牵头部门可看全部单位")
    List<ServiceView> services(
            @PathVariable RegionCode region,
            @Parameter(description = "只看尚未送达的") @RequestParam(defaultValue = "false")
                    boolean unserved) {
        Account account = access.require(region, Role.UNIT, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        Region served = catalog.region(region);
        return services.of(region, units(account, served), unserved).stream()
                .map(service -> view(served, service))
                .toList();
    }

    @GetMapping("/repair-notices/units")
    @Operation(summary = "各单位告知书送达情况", description = "近一年须送达、已送达的份数，尚未送达的份数和其中最早的时间")
    List<ServiceCountView> counts(@PathVariable RegionCode region) {
        Account account = access.require(region, Role.UNIT, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        Region served = catalog.region(region);
        Set<String> units = units(account, served);
        return services.counts(region).stream()
                .filter(count -> units.contains(count.unit()))
                .map(
                        count ->
                                new ServiceCountView(
                                        new UnitView(
                                                count.unit(), served.unit(count.unit()).name()),
                                        count.opened(),
                                        count.served(),
                                        count.unserved(),
                                        count.oldestUnserved()))
                .toList();
    }

    private static Set<String> units(Account account, Region region) {
        return account.plays(region, Set.of(Role.SUPERVISOR, Role.CREDIT_OFFICE))
                ? region.units().stream().map(Unit::code).collect(Collectors.toSet())
                : account.unitsIn(region);
    }

    private static ServiceView view(Region region, NoticeService service) {
        return new ServiceView(
                service.id(),
                service.recordNo(),
                new UnitView(service.unit(), region.unit(service.unit()).name()),
                service.openedAt(),
                service.served().servedOn(),
                service.served().method(),
                service.served().recipient(),
                service.served().proof(),
                service.remark(),
                service.settledAt());
    }
}
