package org.creditrepair.workflow.steps;

import java.util.Optional;
import java.util.Set;
import org.creditrepair.access.Accounts;
import org.creditrepair.application.ApplicationForm;
import org.creditrepair.application.Channel;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.problem.RefusedException;
import org.springframework.stereotype.Component;

/**
 * Who may hand in an application to a region: its portals and windows, the windows of its whole
 * province (省内通办), and its units of their own motion (依职权).
 */
@Component
class IntakeRights {

    private final Catalog catalog;
    private final Accounts accounts;

    IntakeRights(Catalog catalog, Accounts accounts) {
        this.catalog = catalog;
        this.accounts = accounts;
    }

    /**
     * @return the region of the window that hands over to another region; null if none does
     * @throws RefusedException if the account may not hand in there
     */
    RegionCode require(String regionCode, ApplicationForm form) {
        Region region = catalog.region(regionCode);
        Optional<Set<String>> groups = accounts.groupsInEngine();
        if (groups.isEmpty() || accounts.isAdminInEngine()) {
            return null;
        }
        if (Channel.AUTHORITY.name().equals(form.channel())) {
            requireUnit(region, groups.get());
            return null;
        }
        if (groups.get().contains(region.portal()) || groups.get().contains(region.window())) {
            return null;
        }
        return catalog.regions().stream()
                .filter(other -> other.province().equals(region.province()))
                .filter(other -> groups.get().contains(other.window()))
                .map(Region::code)
                .findFirst()
                .orElseThrow(() -> forbidden(regionCode));
    }

    private static void requireUnit(Region region, Set<String> groups) {
        if (region.units().stream().noneMatch(unit -> groups.contains(unit.group(region.code())))) {
            throw RefusedException.forbidden("只有认定单位可以依职权办理");
        }
    }

    private static RefusedException forbidden(String region) {
        return RefusedException.forbidden("本账号无权向该地区提交申请：" + region);
    }
}
