package org.creditrepair.web.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.catalog.officers.Officer;
import org.creditrepair.catalog.officers.OfficerForm;
import org.creditrepair.catalog.officers.Officers;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.mapping.UnitView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}")
@Tag(name = "经办人联系网", description = "各单位的修复业务专员和代班人")
class OfficerController {

    private final Officers officers;
    private final Catalog catalog;
    private final RegionAccess access;

    OfficerController(Officers officers, Catalog catalog, RegionAccess access) {
        this.officers = officers;
        this.catalog = catalog;
        this.access = access;
    }

    record OfficerView(
            String name,
            String phone,
            @Nullable String deputyName,
            @Nullable String deputyPhone,
            OffsetDateTime changedAt) {}

    record UnitOfficersView(UnitView unit, @Nullable UnitView parent, List<OfficerView> officers) {}

    @GetMapping("/officers")
    @Operation(summary = "经办人联系网", description = "本地区全部单位及其修复业务专员；尚未指定专员的单位，officers 为空")
    List<UnitOfficersView> officers(@PathVariable RegionCode region) {
        access.require(region, Role.UNIT, Role.WINDOW, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        Region served = catalog.region(region);
        Map<String, List<Officer>> named =
                officers.of(region).stream().collect(Collectors.groupingBy(Officer::unit));
        return served.units().stream()
                .map(unit -> view(served, unit, named.getOrDefault(unit.code(), List.of())))
                .toList();
    }

    @PutMapping("/units/{unit}/officers")
    @Operation(
            summary = "指定修复业务专员",
            description = "以所给名单取代原有名单，最多 20 名；由单位负责人或信用牵头部门办理。电话为手机号码或带区号的座机号码")
    UnitOfficersView name(
            @PathVariable RegionCode region,
            @PathVariable String unit,
            @RequestBody List<OfficerForm> forms) {
        Account account = access.require(region, Role.UNIT, Role.CREDIT_OFFICE);
        Region served = catalog.region(region);
        Unit named = served.namedUnit("unit", unit);
        if (!account.groups().contains(named.heads(region))
                && !account.plays(served, Set.of(Role.CREDIT_OFFICE))) {
            throw RefusedException.forbidden("只有单位负责人和信用牵头部门可以指定修复业务专员");
        }
        officers.name(region, named.code(), forms, account.name());
        return view(
                served,
                named,
                officers.of(region).stream()
                        .filter(officer -> officer.unit().equals(named.code()))
                        .toList());
    }

    private static UnitOfficersView view(Region region, Unit unit, List<Officer> named) {
        return new UnitOfficersView(
                new UnitView(unit.code(), unit.name()),
                unit.parent() == null
                        ? null
                        : new UnitView(unit.parent(), region.unit(unit.parent()).name()),
                named.stream()
                        .map(
                                one ->
                                        new OfficerView(
                                                one.name(),
                                                one.phone(),
                                                one.deputyName(),
                                                one.deputyPhone(),
                                                one.changedAt()))
                        .toList());
    }
}
