package org.creditrepair.web.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.ListAdjustment;
import org.creditrepair.catalog.ListAdjustmentForm;
import org.creditrepair.catalog.ListAdjustments;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}")
@Tag(name = "名单动态调整", description = "名单设列、调整、取消的报备")
class ListAdjustmentController {

    private final ListAdjustments adjustments;
    private final Catalog catalog;
    private final RegionAccess access;
    private final RegistryViewMapper views;

    ListAdjustmentController(
            ListAdjustments adjustments,
            Catalog catalog,
            RegionAccess access,
            RegistryViewMapper views) {
        this.adjustments = adjustments;
        this.catalog = catalog;
        this.access = access;
        this.views = views;
    }

    record AdjustmentView(
            long id,
            ListAdjustment.@Nullable Kind kind,
            String item,
            String name,
            LocalDate effectiveOn,
            String reason,
            String filedBy,
            ListAdjustment.Status status,
            @Nullable String remark) {}

    @PostMapping("/list-adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "名单调整报备", description = "名单设列、调整或取消，须在生效前至少一个月报备；信用牵头部门未提出异议的，到生效之日自动生效")
    AdjustmentView adjust(@PathVariable RegionCode region, @RequestBody ListAdjustmentForm form) {
        Account account = access.require(region, Role.UNIT);
        return views.adjustment(
                adjustments.file(
                        region, form, account.name(), account.unitsIn(catalog.region(region))));
    }

    @GetMapping("/list-adjustments")
    @Operation(summary = "名单调整台账")
    List<AdjustmentView> adjustments(@PathVariable RegionCode region) {
        access.require(region, Role.UNIT, Role.SUPERVISOR);
        return adjustments.findByRegion(catalog.region(region).code()).stream()
                .map(views::adjustment)
                .toList();
    }
}
