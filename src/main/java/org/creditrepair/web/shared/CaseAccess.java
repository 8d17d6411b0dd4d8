package org.creditrepair.web.shared;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.Submitter;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.application.progress.ResponsibleUnits;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.NationalSite;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.task.Outcome;
import org.springframework.stereotype.Component;

/**
 * Who may see a joint application: the units that handle it, whose opinion was asked, and those who
 * lead them; the applicant, and the window or portal that handed it in; the region's supervisors.
 * Nobody else.
 */
@Component
public class CaseAccess {

    private final Catalog catalog;
    private final Consultations consultations;
    private final ResponsibleUnits responsible;

    CaseAccess(Catalog catalog, Consultations consultations, ResponsibleUnits responsible) {
        this.responsible = responsible;
        this.catalog = catalog;
        this.consultations = consultations;
    }

    /**
     * The account of the present request, which must be one that may see the application.
     *
     * @throws RefusedException if it may not; to another region's account as if there were none
     */
    public Account requireReader(CaseFile file) {
        Account account = Accounts.current().orElseThrow();
        if (!mayRead(file, account)) {
            throw refused(file, account, "只有申请人、办理单位、提交申请的窗口或门户和督查人员可以查看");
        }
        return account;
    }

    /**
     * The account of the present request, which must be the applicant or of the window or portal
     * that handed the application in.
     *
     * @throws RefusedException if it is not; to another region's account as if there were none
     */
    public Account requireSubmitter(CaseFile file) {
        Account account = Accounts.current().orElseThrow();
        if (!isSubmitter(file, account)) {
            throw refused(file, account, "只有申请人和提交申请的窗口或门户可以补正、撤回");
        }
        return account;
    }

    boolean mayRead(CaseFile file, Account account) {
        Region region = region(file);
        return account.plays(region, Set.of(Role.SUPERVISOR))
                || isSubmitter(file, account)
                || handlers(file, region)
                        .anyMatch(
                                unit ->
                                        account.groups().contains(unit.group(region.code()))
                                                || account.groups()
                                                        .contains(unit.heads(region.code())));
    }

    /**
     * The national site also fetches the papers of what was handed in there (代提交), once accepted.
     */
    boolean mayReadPapers(CaseFile file, Account account) {
        Region region = region(file);
        return mayRead(file, account)
                || account.platformsIn(region).contains(RegionPlatform.NATIONAL_SITE)
                        && file.items().stream().anyMatch(item -> isHandedIn(region, item));
    }

    private static boolean isHandedIn(Region region, CaseItem item) {
        return region.item(item.itemCode())
                        .filter(one -> one.nationalSite() == NationalSite.HANDED_IN)
                        .isPresent()
                && item.stages().stream()
                        .anyMatch(stage -> stage.end().outcome() == Outcome.ACCEPT);
    }

    /**
     * A portal's accounts do not know of each other; a window's clerks stand in for one another.
     */
    private boolean isSubmitter(CaseFile file, Account account) {
        if (account.isApplicantOf(
                file.applicationNo(), file.applicant().subject().code().value())) {
            return true;
        }
        Submitter submitter = file.filing().submitter();
        return submitter.group() != null
                && account.groups().contains(submitter.group())
                && (!submitter.group().equals(region(file).portal())
                        || submitter.account().equals(account.name()));
    }

    private Stream<Unit> handlers(CaseFile file, Region region) {
        Set<String> codes =
                Stream.concat(
                                file.items().stream().flatMap(item -> units(file, item)),
                                file.items().stream().flatMap(item -> asked(file, item)))
                        .collect(Collectors.toSet());
        return codes.stream().map(region::unit);
    }

    private Stream<String> units(CaseFile file, CaseItem item) {
        return Stream.concat(
                Stream.of(item.unit()),
                responsible.preliminary(file, item).map(Unit::code).stream());
    }

    private Stream<String> asked(CaseFile file, CaseItem item) {
        return consultations.about(file.region(), item.key().toString()).stream()
                .map(Consultation::unit);
    }

    private Region region(CaseFile file) {
        return catalog.region(file.region());
    }

    private static RefusedException refused(CaseFile file, Account account, String message) {
        return account.regions().contains(file.region())
                ? RefusedException.forbidden(message)
                : RefusedException.notFound("applicationNo", "无此申请：" + file.applicationNo());
    }
}
