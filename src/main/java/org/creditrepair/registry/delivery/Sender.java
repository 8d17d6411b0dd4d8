package org.creditrepair.registry.delivery;

import java.util.Set;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.registry.record.DishonestyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Who delivers or decides something about records: an account with the units that it belongs to.
 *
 * @param account name of the account
 * @param units codes of units of the region; empty if it belongs to none
 * @param platforms codes of platforms of the region that it speaks for; mostly empty
 */
public record Sender(String account, Set<String> units, Set<String> platforms) {

    public Sender {
        units = Set.copyOf(units);
        platforms = Set.copyOf(platforms);
    }

    /**
     * Whether records of an item that an authority decided are the sender's own (谁认定、谁修复): it is
     * the unit that decided or one above it (甘肃方案三（五）: 归集全省各级), the authority itself, or the
     * region's credit office. Where the authority is none of the item's units, each of them may
     * speak for the item.
     *
     * @param item null if the region has it no more; then it is no unit's but the credit office's
     * @param authority who decided, as the record writes it
     */
    public boolean answersFor(Region region, @Nullable RepairItem item, String authority) {
        boolean ofItem =
                item != null
                        && region.decider(item, authority)
                                .map(decider -> isOrLeads(region, decider))
                                .orElseGet(() -> item.units().stream().anyMatch(units::contains));
        return ofItem
                || units.contains(region.creditOffice())
                || units.stream()
                        .map(region::unit)
                        .anyMatch(unit -> unit.isNamedIn(authority) || unit.gathersFrom(authority));
    }

    /**
     * Whether the sender may decide about a record that is there: as {@link #answersFor}, but where
     * the record names no unit, of the item's units only the one that delivered it.
     */
    public boolean decidesAbout(Region region, RepairItem item, DishonestyRecord record) {
        String authority = record.decision().authority();
        boolean assigned =
                region.reviewer(item, authority).isPresent()
                        || units.contains(region.creditOffice())
                        || units.stream().map(region::unit).anyMatch(u -> u.isNamedIn(authority));
        String deliveredBy = record.custody().deliveredBy();
        return answersFor(region, item, authority)
                && (assigned || deliveredBy != null && units.contains(deliveredBy));
    }

    private boolean isOrLeads(Region region, Unit decider) {
        return region.upwards(decider).map(Unit::code).anyMatch(units::contains);
    }

    /** A unit that delivers. */
    public static Sender ofUnit(String account, @Nullable String unit) {
        return new Sender(account, unit == null ? Set.of() : Set.of(unit), Set.of());
    }

    /** Whether a record is the sender's own: it delivered the record first, or answers for it. */
    public boolean owns(Region region, @Nullable RepairItem item, DishonestyRecord record) {
        return record.custody().deliveredBy() != null
                        && units.contains(record.custody().deliveredBy())
                || answersFor(region, item, record.decision().authority());
    }

    /** The unit that stands for the sender where one is counted; null if it belongs to none. */
    public @Nullable String unitFor(@Nullable RepairItem item) {
        return item == null
                ? units.stream().sorted().findFirst().orElse(null)
                : item.units().stream()
                        .filter(units::contains)
                        .findFirst()
                        .orElseGet(() -> units.stream().sorted().findFirst().orElse(null));
    }
}
