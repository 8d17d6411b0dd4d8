package org.creditrepair.workflow.intake;

import java.util.Optional;
import java.util.Set;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.application.intake.ApplicationForm;
import org.creditrepair.application.model.Channel;
import org.creditrepair.application.model.Submitter;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Component;

/**
 * Who may hand in an application to a region: applicants who have proved their mobile, its portals
 * and windows, the windows of its whole province (省内通办), and its units of their own motion (依职权).
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
     * @return who hands in, and as whose member
     * @throws RefusedException if the account may not hand in there
     */
    Submitter require(RegionCode regionCode, ApplicationForm form) {
        Region region = catalog.region(regionCode);
        Optional<Set<String>> groups = accounts.groupsInEngine();
        if (groups.isEmpty()) {
            return new Submitter("system", null, null);
        }
        String account = accounts.nameInEngine().orElseThrow();
        if (groups.get().contains(Account.APPLICANTS)) {
            return new Submitter(account, null, null);
        }
        if (Channel.AUTHORITY.name().equals(form.channel())) {
            return new Submitter(account, ownUnit(region, groups.get()), null);
        }
        boolean atWindow = Channel.WINDOW.name().equals(form.channel());
        Optional<String> window = window(region, groups.get());
        Optional<String> portal = Optional.of(region.portal()).filter(groups.get()::contains);
        return (atWindow ? window.or(() -> portal) : portal.or(() -> window))
                .map(group -> new Submitter(account, group, null))
                .orElseGet(() -> handingOver(region, account, groups.get()));
    }

    private Submitter handingOver(Region region, String account, Set<String> groups) {
        return catalog.regions().stream()
                .filter(other -> other.province().equals(region.province()))
                .flatMap(
                        other ->
                                window(other, groups).stream()
                                        .map(own -> new Submitter(account, own, other.code())))
                .findFirst()
                .orElseThrow(() -> refused(region));
    }

    private static Optional<String> window(Region region, Set<String> groups) {
        return region.windows().keySet().stream().filter(groups::contains).findFirst();
    }

    /** The group of the unit; whether the records are its own is checked with them. */
    private static String ownUnit(Region region, Set<String> groups) {
        return region.units().stream()
                .map(unit -> unit.group(region.code()))
                .filter(groups::contains)
                .findFirst()
                .orElseThrow(() -> RefusedException.forbidden("只有认定单位可以依职权办理"));
    }

    private RefusedException refused(Region region) {
        String code = region.code().value();
        return accounts.regionsInEngine().orElseThrow().contains(code)
                ? RefusedException.forbidden("本账号无权向该地区提交申请：" + code)
                : RefusedException.notFound("region", "无此地区，或不属于本账号：" + code);
    }
}
