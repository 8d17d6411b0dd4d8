package org.creditrepair.access.account;

import java.util.Objects;
import java.util.Set;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
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
     * @throws RefusedException if the region is unknown or not the account's, which look the same,
     *     or the account plays none of the parts
     */
    public Account require(RegionCode code, Role... roles) {
        Region region = catalog.region(code);
        Account account = member(region);
        if (!account.plays(region, Set.of(roles))) {
            throw RefusedException.forbidden("本账号无权办理该地区的此项业务");
        }
        return account;
    }

    /**
     * The account of the present request: an applicant who can be reached in the region at the
     * mobile that it gives, or one that plays one of the parts.
     *
     * @throws RefusedException as above; for an applicant if the mobile is another
     */
    public Account requireReached(RegionCode code, @Nullable String mobile, Role... roles) {
        Account account = member(catalog.region(code));
        if (account.proof() == null) {
            return require(code, roles);
        }
        if (!Objects.equals(account.proof().mobile(), mobile)) {
            throw RefusedException.invalid("mobile", "NOT_PROVED", "须为已核验的手机号码");
        }
        return account;
    }

    /**
     * The account of the present request, which must play one of the parts in whatever region.
     *
     * @throws RefusedException if it plays none
     */
    public Account requireAnywhere(Role... roles) {
        return Accounts.current()
                .filter(
                        account ->
                                catalog.regions().stream()
                                        .anyMatch(region -> account.plays(region, Set.of(roles))))
                .orElseThrow(() -> RefusedException.forbidden("本账号无权办理此项业务"));
    }

    /** Whether the account of the present request plays one of the parts in a region. */
    public boolean plays(RegionCode region, Role... roles) {
        return Accounts.current()
                .filter(account -> account.plays(catalog.region(region), Set.of(roles)))
                .isPresent();
    }

    /** The account of the present request, which must belong to the region. */
    private static Account member(Region region) {
        Account account = Accounts.current().orElseThrow(() -> RefusedException.forbidden("请先登录"));
        if (!account.regions().contains(region.code())) {
            throw RefusedException.notFound("region", "无此地区，或不属于本账号：" + region.code());
        }
        return account;
    }
}
