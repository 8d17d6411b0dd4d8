package org.creditrepair.catalog.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditrepair.catalog.document.CommonRules;
import org.creditrepair.catalog.model.Review.Reviewer;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A region that the server runs.
 *
 * @param source the document the region's catalogue was made from
 * @param creditOffice code of the unit that leads the credit system (社会信用体系建设牵头部门)
 * @param platforms where results of the region are pushed
 * @param common what the region's document says of all items
 * @param units of the region and its divisions, each unit before its lower offices
 */
public record Region(
        RegionCode code,
        String name,
        Level level,
        String source,
        String creditOffice,
        List<RegionPlatform> platforms,
        CommonRules common,
        List<Unit> units,
        List<RepairItem> items) {

    private static final String WINDOW = "-window";
    private static final String WINDOW_NAME = "综合窗口";

    public Region {
        platforms = List.copyOf(platforms);
        common = common == null ? CommonRules.NONE : common;
        units = List.copyOf(units);
        items = List.copyOf(items);
    }

    /** The same region with other items. */
    public Region with(List<RepairItem> otherItems) {
        return new Region(
                code, name, level, source, creditOffice, platforms, common, units, otherItems);
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
     * The unit that reviews applications for an item (谁认定、谁修复); the credit office, to assign them,
     * where it cannot be told.
     *
     * @param authority who decided, as the record writes it; null if not known
     */
    public Unit reviewUnit(RepairItem item, @Nullable String authority) {
        return reviewer(item, authority).orElseGet(() -> unit(creditOffice));
    }

    /** The unit that reviews applications for an item; empty if it cannot be told. */
    public Optional<Unit> reviewer(RepairItem item, @Nullable String authority) {
        return item.review().by() == Reviewer.OPERATOR
                ? Optional.of(unit(item.units().get(0)))
                : decider(item, authority);
    }

    /**
     * The one of an item's responsible units, or of their lower offices, that decided: the first
     * that is named, by its longest name; empty if none is.
     *
     * @param authority who decided, as the record writes it; null if not known
     */
    public Optional<Unit> decider(RepairItem item, @Nullable String authority) {
        return named(authority, unit -> answersFor(item, unit));
    }

    /**
     * The unit that made a decision (谁处罚谁告知), whatever items it answers for: the one that is named,
     * else the one that delivered it, else the credit office.
     *
     * @param authority who decided, as the record writes it
     * @param deliveredBy code of a unit; null if not known
     */
    public Unit punisher(@Nullable String authority, @Nullable String deliveredBy) {
        return named(authority)
                .or(
                        () ->
                                units.stream()
                                        .filter(unit -> unit.code().equals(deliveredBy))
                                        .findFirst())
                .orElseGet(() -> unit(creditOffice));
    }

    /**
     * The unit that an authority is, whatever items it answers for; empty if it is none of the
     * region's.
     *
     * @param authority who decided, as the record writes it
     */
    public Optional<Unit> named(@Nullable String authority) {
        return named(authority, unit -> true);
    }

    private Optional<Unit> named(@Nullable String authority, Predicate<Unit> asked) {
        if (authority == null) {
            return Optional.empty();
        }
        String written = authority.replaceAll("\\s", "");
        List<Unit.Mention> mentions =
                units.stream()
                        .filter(asked)
                        .flatMap(unit -> unit.mention(written).stream())
                        .toList();
        return mentions.stream()
                .min(Comparator.comparing(Unit.Mention::at))
                .flatMap(
                        first ->
                                mentions.stream()
                                        .filter(first::overlaps)
                                        .max(Comparator.comparing(Unit.Mention::length)))
                .map(Unit.Mention::unit);
    }

    private boolean answersFor(RepairItem item, Unit unit) {
        return upwards(unit).anyMatch(one -> item.units().contains(one.code()));
    }

    /** A unit and all above it, from the lowest to the highest. */
    public Stream<Unit> upwards(Unit unit) {
        return Stream.iterate(
                unit, Objects::nonNull, one -> one.parent() == null ? null : unit(one.parent()));
    }

    /**
     * The office that reviews first (市级初审): that of the division where the record was decided;
     * empty where the item asks for none, or the region itself decided.
     */
    public Optional<Unit> preliminaryUnit(RepairItem item, String authority) {
        return units.stream()
                .filter(unit -> unit.isBelow(item.review().preliminaryUnit()))
                .filter(unit -> unit.isWhere(authority))
                .findFirst();
    }

    /**
     * Whether subjects of a kind may apply for an item (适用范围).
     *
     * @param subjectType code, e.g. LEGAL_PERSON
     */
    public boolean takes(RepairItem item, String subjectType) {
        return common.takes(subjectType)
                && (item.subjects().isEmpty() || item.subjects().contains(subjectType));
    }

    /** The first two digits of the code: regions that share them are of one province. */
    public String province() {
        return code.value().substring(0, 2);
    }

    /** The engine group of the region's supervisors (督查人员). */
    public String supervisors() {
        return code + "-supervisor";
    }

    /** The engine group of the clerks of the region's own window (综合窗口人员). */
    public String window() {
        return code + WINDOW;
    }

    /** The windows of the region and of its divisions, with their names, by engine group. */
    public Map<String, String> windows() {
        Map<String, String> windows = new LinkedHashMap<>();
        windows.put(window(), name + WINDOW_NAME);
        units.stream()
                .map(Unit::division)
                .filter(Objects::nonNull)
                .forEach(
                        division ->
                                windows.put(
                                        window() + "-" + division.code(),
                                        division.name() + WINDOW_NAME));
        return windows;
    }

    /** Codes of the region's platforms, those of short messages and of e-mails included. */
    public Set<String> platformCodes() {
        return Stream.concat(
                        platforms.stream().map(RegionPlatform::code),
                        RegionPlatform.CARRIERS.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Name of one of them; the code itself of what the region does not have. */
    public String platformName(String code) {
        return platform(code)
                .map(RegionPlatform::name)
                .orElseGet(() -> RegionPlatform.CARRIERS.getOrDefault(code, code));
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
