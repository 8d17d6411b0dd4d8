package org.creditrepair.access.account;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Groups;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is logged in.
 *
 * @param name account name
 * @param groups engine groups: {@code {region}-{unit}}, {@code {region}-supervisor} …
 * @param regions the regions the account belongs to
 * @param admin whether it administers accounts and the working calendar; of regions it sees only
 *     those whose groups it is in
 * @param proof what an applicant who has no account has proved; null for accounts
 */
public record Account(
        String name,
        Set<String> groups,
        Set<RegionCode> regions,
        boolean admin,
        @Nullable Proof proof) {

    /** Engine group of those who bring models (流程部署人员). */
    public static final String DEPLOYERS = "deployer";

    /** Engine group of the administrators of accounts (账号管理员). */
    public static final String ADMINISTRATORS = Groups.CAMUNDA_ADMIN;

    /**
     * Engine group of those who have proved their mobile and are about to apply; has no members.
     */
    public static final String APPLICANTS = "applicant";

    /** What names of applicants begin with. */
    static final String APPLICANT = "applicant:";

    public Account {
        groups = Set.copyOf(groups);
        regions = Set.copyOf(regions);
    }

    /** Somebody who has an account. */
    public Account(String name, Set<String> groups, Set<RegionCode> regions, boolean admin) {
        this(name, groups, regions, admin, null);
    }

    /**
     * What an applicant (申请人) has proved, who may act within it and nowhere else.
     *
     * @param applicationNo joint application whose applicant this is; null for somebody who is
     *     about to apply
     * @param regions where somebody may apply; none for an application
     * @param mobile the mobile of somebody who may apply; null for an application
     * @param identity who somebody is whom the identity provider knows; null for others
     */
    public record Proof(
            @Nullable String applicationNo,
            Set<RegionCode> regions,
            @Nullable String mobile,
            @Nullable Represented identity) {

        public static Proof ofApplication(String applicationNo) {
            return new Proof(applicationNo, Set.of(), null, null);
        }

        public static Proof ofMobile(RegionCode region, String mobile) {
            return new Proof(null, Set.of(region), mobile, null);
        }

        public static Proof ofIdentity(Set<RegionCode> regions, Represented identity) {
            return new Proof(null, regions, identity.mobile(), identity);
        }
    }

    /**
     * Whom somebody acts for who has logged in by the identity provider.
     *
     * @param code of the subject
     * @param name of the subject
     * @param person name of who has logged in
     * @param mobile of the same
     * @param agent whether the person acts by delegation (经办人)
     */
    public record Represented(
            String code, String name, String person, String mobile, boolean agent) {}

    /** An applicant; no account can have such a name. */
    public static Account ofApplicant(Proof proof) {
        if (proof.applicationNo() != null) {
            return new Account(APPLICANT + proof.applicationNo(), Set.of(), Set.of(), false, proof);
        }
        String name =
                proof.identity() == null
                        ? proof.regions().iterator().next() + ":" + proof.mobile()
                        : proof.identity().code() + ":" + proof.mobile();
        return new Account(APPLICANT + name, Set.of(APPLICANTS), proof.regions(), false, proof);
    }

    /**
     * Whether an account is the applicant of a joint application.
     *
     * @param subjectCode of its subject
     */
    public boolean isApplicantOf(String applicationNo, String subjectCode) {
        return proof != null
                && (applicationNo.equals(proof.applicationNo())
                        || represented().filter(one -> one.code().equals(subjectCode)).isPresent());
    }

    /** Whom an applicant acts for whom the identity provider knows; empty for others. */
    public Optional<Represented> represented() {
        return Optional.ofNullable(proof).map(Proof::identity);
    }

    /** Parts an account may play in a region. */
    public enum Role {
        /** Machine account of a portal (门户). */
        PORTAL,
        /** Window clerk (综合窗口人员). */
        WINDOW,
        /** Reviewer of a unit (修复业务专员). */
        UNIT,
        /** Who leads a unit (单位负责人). */
        HEAD,
        /** Supervisor (督查人员). */
        SUPERVISOR,
        /** Member of the region's credit office (社会信用体系建设牵头部门), which sees all figures. */
        CREDIT_OFFICE,
        /** Machine account of a shared platform, or of a worker that serves one (共享平台). */
        PLATFORM
    }

    /** The unit of a region that the account belongs to, if it belongs to one. */
    public Optional<Unit> unitIn(Region region) {
        return region.units().stream()
                .filter(unit -> groups.contains(unit.group(region.code())))
                .findFirst();
    }

    /** The unit of a region that the account leads, if it leads one. */
    public Optional<Unit> unitLedIn(Region region) {
        return region.units().stream()
                .filter(unit -> groups.contains(unit.heads(region.code())))
                .findFirst();
    }

    /** The engine group of the window of a region, or of one of its divisions, of the account. */
    public Optional<String> windowIn(Region region) {
        return region.windows().keySet().stream().filter(groups::contains).findFirst();
    }

    /** Codes of the units of a region that the account belongs to. */
    public Set<String> unitsIn(Region region) {
        return region.units().stream()
                .filter(unit -> groups.contains(unit.group(region.code())))
                .map(Unit::code)
                .collect(Collectors.toSet());
    }

    /** Codes of the platforms of a region that the account speaks for. */
    public Set<String> platformsIn(Region region) {
        return region.platformCodes().stream()
                .filter(platform -> groups.contains(region.platformAccounts(platform)))
                .collect(Collectors.toSet());
    }

    /** Whether the account plays one of the parts in a region. */
    public boolean plays(Region region, Set<Role> roles) {
        return roles.contains(Role.PORTAL) && groups.contains(region.portal())
                || roles.contains(Role.WINDOW) && windowIn(region).isPresent()
                || roles.contains(Role.PLATFORM) && !platformsIn(region).isEmpty()
                || roles.contains(Role.SUPERVISOR) && groups.contains(region.supervisors())
                || roles.contains(Role.CREDIT_OFFICE)
                        && groups.contains(region.unit(region.creditOffice()).group(region.code()))
                || roles.contains(Role.UNIT) && unitIn(region).isPresent()
                || roles.contains(Role.HEAD) && unitLedIn(region).isPresent();
    }
}
