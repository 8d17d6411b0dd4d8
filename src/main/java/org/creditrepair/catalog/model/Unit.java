package org.creditrepair.catalog.model;

import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A responsible unit (责任单位) of a region.
 *
 * @param code English slug, unique in the region
 * @param name full Chinese name
 */
public record Unit(String code, String name) {

    private static final String HEADS = "-head";

    /** Whether a decision's authority, as a record writes it, names the unit. */
    public boolean isNamedIn(@Nullable String authority) {
        return authority != null && authority.contains(name);
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
