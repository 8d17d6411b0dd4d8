package org.creditrepair.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The accounts of the engine's identity service. */
@Component
public class Accounts {

    private final IdentityService identity;

    public Accounts(IdentityService identity) {
        this.identity = identity;
    }

    /** The account, if name and password are right. */
    public Optional<Account> login(String name, String password) {
        return identity.checkPassword(name, password) ? Optional.of(load(name)) : Optional.empty();
    }

    /** The account of a name that has been authenticated already. */
    public Account load(String name) {
        List<Group> groups = identity.createGroupQuery().groupMember(name).list();
        List<Tenant> tenants =
                identity.createTenantQuery().userMember(name).includingGroupsOfUser(true).list();
        return new Account(
                name,
                groups.stream().map(Group::getId).collect(Collectors.toSet()),
                tenants.stream().map(Tenant::getId).collect(Collectors.toSet()),
                groups.stream().anyMatch(group -> group.getId().equals(Groups.CAMUNDA_ADMIN)));
    }

    /** The account of the present request, if anybody is logged in. */
    public static Optional<Account> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Account account
                ? Optional.of(account)
                : Optional.empty();
    }

    /** Whether an account is a member of a group. */
    public boolean isMember(String name, String group) {
        return identity.createUserQuery().userId(name).memberOfGroup(group).count() > 0;
    }

    /** Lets the engine know who is asking, until {@link #leaveEngine()}. */
    void enterEngine(Account account) {
        identity.setAuthentication(
                account.name(), List.copyOf(account.groups()), List.copyOf(account.regions()));
    }

    void leaveEngine() {
        identity.clearAuthentication();
    }

    /** The groups of an account that acts through the engine now, if any does. */
    public Optional<Set<String>> groupsInEngine() {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .map(
                        authentication ->
                                authentication.getGroupIds() == null
                                        ? Set.<String>of()
                                        : Set.copyOf(authentication.getGroupIds()));
    }

    /** Whether an administrator acts through the engine now. */
    public boolean isAdminInEngine() {
        return groupsInEngine().filter(groups -> groups.contains(Groups.CAMUNDA_ADMIN)).isPresent();
    }

    /** Codes of the regions of an account that acts through the engine now, if any does. */
    public Optional<Set<String>> regionsInEngine() {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .map(
                        authentication ->
                                authentication.getTenantIds() == null
                                        ? Set.<String>of()
                                        : Set.copyOf(authentication.getTenantIds()));
    }
}
