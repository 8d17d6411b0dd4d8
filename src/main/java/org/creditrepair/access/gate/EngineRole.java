package org.creditrepair.access.gate;

import java.util.EnumSet;
import java.util.Set;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;

/** Parts that an account plays before the engine's interfaces. */
enum EngineRole {
    /** Every request, with or without a login. */
    ANYBODY,
    /** Every login. */
    ACCOUNT,
    /** Reviewer of a unit, or who leads one (修复业务专员、单位负责人). */
    REVIEWER,
    /** Window clerk (综合窗口人员). */
    WINDOW,
    /** Machine account of a portal (门户). */
    PORTAL,
    /** Machine account of a platform, or of a worker that serves one (共享平台). */
    WORKER,
    /** Supervisor (督查人员). */
    SUPERVISOR,
    /** Administrator of accounts (账号管理员). */
    ADMINISTRATOR,
    /** Who brings models (流程部署人员). */
    DEPLOYER;

    /** All parts that an account plays, in whatever region. */
    static Set<EngineRole> of(Account account, Catalog catalog) {
        Set<EngineRole> roles = EnumSet.of(ANYBODY, ACCOUNT);
        for (Region region : catalog.regions()) {
            add(roles, account, region);
        }
        if (account.admin()) {
            roles.add(ADMINISTRATOR);
        }
        if (account.groups().contains(Account.DEPLOYERS)) {
            roles.add(DEPLOYER);
        }
        return roles;
    }

    private static void add(Set<EngineRole> roles, Account account, Region region) {
        if (account.plays(region, EnumSet.of(Role.UNIT, Role.HEAD))) {
            roles.add(REVIEWER);
        }
        if (account.plays(region, EnumSet.of(Role.WINDOW))) {
            roles.add(WINDOW);
        }
        if (account.plays(region, EnumSet.of(Role.PORTAL))) {
            roles.add(PORTAL);
        }
        if (account.plays(region, EnumSet.of(Role.PLATFORM))) {
            roles.add(WORKER);
        }
        if (account.plays(region, EnumSet.of(Role.SUPERVISOR))) {
            roles.add(SUPERVISOR);
        }
    }
}
