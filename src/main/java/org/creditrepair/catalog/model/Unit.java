package org.creditrepair.catalog.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A responsible unit (责任单位) of a region.
 *
 * @param code English slug, unique in the region; of a lower office the code of the upper one, and
 *     of the division
 * @param name full Chinese name
 * @param otherNames other names that are unmistakable wherever they stand, e.g. 兰州市市场监管局
 * @param abbreviations names as the region's own documents shorten them, e.g. 市人社局; they count only
 *     at the beginning of what a record writes
 * @param parent code of the unit above (上级单位); null for units of the region itself
 * @param division where it has its territory; null for the whole region
 * @param gathers what the lower offices are called whose records it delivers (归集全省各级), though they
 *     are no units of the region, e.g. 生态环境局
 */
public record Unit(
        String code,
        String name,
        List<String> otherNames,
        List<String> abbreviations,
        @Nullable String parent,
        @Nullable Division division,
        List<String> gathers) {

    private static final String HEADS = "-head";

    public Unit {
        otherNames = List.copyOf(otherNames);
        abbreviations = List.copyOf(abbreviations);
        gathers = List.copyOf(gathers);
    }

    /** A unit of the region itself that has one name only. */
    public Unit(String code, String name) {
        this(code, name, List.of(), List.of(), null, null, List.of());
    }

    /** Whether a decision's authority, as a record writes it, names the unit. */
    public boolean isNamedIn(@Nullable String authority) {
        return authority != null && mention(authority).isPresent();
    }

    /** Whether an authority, as a record writes it, is one whose records the unit delivers. */
    public boolean gathersFrom(String authority) {
        return gathers.stream().anyMatch(authority::contains);
    }

    /** Where an authority, as a record writes it, names the unit by its longest name. */
    Optional<Mention> mention(String authority) {
        return Stream.concat(
                        Stream.concat(Stream.of(name), otherNames.stream())
                                .filter(authority::contains),
                        abbreviations.stream().filter(authority::startsWith))
                .max(Comparator.comparing(String::length))
                .map(named -> new Mention(this, authority.indexOf(named), named.length()));
    }

    /**
     * A unit's name in a text.
     *
     * @param at index of its first character
     */
    record Mention(Unit unit, int at, int length) {

        boolean overlaps(Mention other) {
            return at < other.at + other.length && other.at < at + length;
        }
    }

    /** Whether it is a lower office of a unit. */
    boolean isBelow(@Nullable String unitCode) {
        return parent != null && parent.equals(unitCode);
    }

    /** Whether an authority, as a record writes it, is one of the unit's division. */
    boolean isWhere(String authority) {
        return division != null && division.isNamedIn(authority);
    }

    /** The engine group of the unit's reviewers. */
    public String group(RegionCode region) {
        return region + "-" + code;
    }

    /** The engine group of those who lead the unit (单位负责人). */
    public String heads(RegionCode region) {
        return headsOf(group(region));
    }

    /** The engine group of those who lead the unit of a group. */
    public static String headsOf(String group) {
        return group + HEADS;
    }

    /** The group of the unit that a group leads; the group itself if it leads none. */
    public static String ledBy(String group) {
        return group.endsWith(HEADS) ? group.substring(0, group.length() - HEADS.length()) : group;
    }
}
