package org.creditrepair.catalog.model;

import org.jspecify.annotations.Nullable;

/**
 * An administrative division of a region with offices of its own (市州、旗县区).
 *
 * @param code GB/T 2260, six digits; for areas without one, the code of their administration
 * @param name official, e.g. 兰州市
 * @param shortName as documents abbreviate it, e.g. 临夏州; null if they do not
 */
public record Division(String code, String name, @Nullable String shortName, Level level) {

    /** Whether an authority's name, as a record writes it, says that it is one of the division. */
    public boolean isNamedIn(String authority) {
        return authority.contains(name) || shortName != null && authority.contains(shortName);
    }
}
