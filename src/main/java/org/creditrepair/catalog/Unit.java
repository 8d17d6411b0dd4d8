package org.creditrepair.catalog;

/**
 * A responsible unit (责任单位) of a region.
 *
 * @param code English slug, unique in the region
 * @param name full Chinese name
 */
public record Unit(String code, String name) {

    /** The engine group of the unit's reviewers. */
    public String group(RegionCode region) {
        return region + "-" + code;
    }
}
