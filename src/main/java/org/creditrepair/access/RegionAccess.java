package org.creditrepair.access;

import java.util.Set;
import org.creditrepair.access.Account.Role;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.problem.RefusedException;
import org.springframework.stereotype.Component;

/** Guards what belongs to a region. */
@Component
public class RegionAccess {

    private final Catalog catalog;

    public RegionAccess(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The account of the present request, which must play one of the parts in the region.
     *
     * @throws RefusedException if the region is unknown or the account plays none of the parts
     */
    public Account require(String regionCode, Role... roles) {
        Region region = catalog.region(regionCode);
        return Accounts.current()
                .filter(account -> account.plays(region, Set.of(roles)))
                .orElseThrow(() -> RefusedException.forbidden("本账号无权办理该地区的此项业务"));
    }

    public Account require(RegionCode region, Role... roles) {
        return require(region.value(), roles);
    }

    /**
     * The account of the present request, which must play one of the parts in a case's region, or
     * be of the window that handed it over.
     *
     * @param handedOverBy region of that window; null if none did
     * @throws RefusedException if neither holds
     */
    public Account requireCase(RegionCode region, RegionCode handedOverBy, Role... roles) {
        return handedOverBy != null
                        && Accounts.current()
                                .filter(
                                        account ->
                                                account.plays(
                                                        catalog.region(handedOverBy.value()),
                                                        Set.of(Role.WINDOW)))
                                .isPresent()
                ? Accounts.current().orElseThrow()
                : require(region, roles);
    }
}
