package org.creditrepair.catalog.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A region that the server runs.
 *
 * @param source the document the region's catalogue was made from
 * @param creditOffice code of the unit that leads the credit system (社会信用体系建设牵头部门)
 * @param platforms where results of the region are pushed
 */
public record Region(
        RegionCode code,
        String name,
        Level level,
        String source,
        String creditOffice,
        List<RegionPlatform> platforms,
        List<Unit> units,
        List<RepairItem> items) {

    /** Level of a region's administration. */
    public enum Level {
        PROVINCE,
        CITY
    }

    public Region {
        platforms = List.copyOf(platforms);
        units = List.copyOf(units);
        items = List.copyOf(items);
    }

    /** The same region with other items. */
    public Region with(List<RepairItem> otherItems) {
        return new Region(code, name, level, source, creditOffice, platforms, units, otherItems);
    }

    public Optional<RepairItem> item(@Nullable String itemCode) {
        return items.stream().filter(item -> item.code().equals(itemCode)).findFirst();
    }

    /** The platform of a code, if results of the region are pushed there. */
    public Optional<RegionPlatform> platform(String platformCode) {
        return platforms.stream().filter(one -> one.code().equals(platformCode)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if the region has no such unit
     */
    public Unit unit(@Nullable String unitCode) {
        return findUnit(unitCode)
                .orElseThrow(() -> new IllegalArgumentException(code + " 无此单位：" + unitCode));
    }

    /** The unit of a code, if the region has it. */
    public Optional<Unit> findUnit(@Nullable String unitCode) {
        return units.stream().filter(unit -> unit.code().equals(unitCode)).findFirst();
    }

    /**
     * The unit that somebody names.
     *
     * @param field that names it
     * @throws RefusedException if the region has no such unit
     */
    public Unit namedUnit(String field, String unitCode) {
        return findUnit(unitCode)
                .orElseThrow(
                        () ->
                                RefusedException.invalid(
                                        field, "UNKNOWN_UNIT", "本地区无此单位：" + unitCode));
    }

    /**
     * The unit that reviews applications for an item (谁认定、谁修复): of several responsible units the
     * one that decided, else the first.
     *
     * @param authority who decided, as the record writes it; null if not known
     */
    public Unit reviewUnit(RepairItem item, @Nullable String authority) {
        return decider(item, authority).orElseGet(() -> unit(item.units().get(0)));
    }

    /**
     * The one of an item's responsible units that decided; empty if it cannot be told.
     *
     * @param authority who decided, as the record writes it; null if not known
     */
    public Optional<Unit> decider(RepairItem item, @Nullable String authority) {
        return item.units().stream()
                .map(this::unit)
                .filter(unit -> unit.isNamedIn(authority))
                .max(Comparator.comparing(unit -> unit.name().length()));
    }

    /** The first two digits of the code: regions that share them are of one province. */
    public String province() {
        return code.value().substring(0, 2);
    }

    /** The engine group of the region's supervisors (督查人员). */
    public String supervisors() {
        return code + "-supervisor";
    }

    /** The engine group of the region's window clerks (综合窗口人员). */
    public String window() {
        return code + "-window";
    }

    /** Codes of the platforms that the region's messages go to, that of short messages included. */
    public Set<String> platformCodes() {
        return Stream.concat(
                        platforms.stream().map(RegionPlatform::code), Stream.of(RegionPlatform.SMS))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The engine group of the machine accounts of one of the region's platforms, and of the workers
     * that serve it from elsewhere.
     */
    public String platformAccounts(String platform) {
        return code + "-platform-" + platform;
    }

    /** The engine group of the machine accounts of the region's portals. */
    public String portal() {
        return code + "-portal";
    }
}
