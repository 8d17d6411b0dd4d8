package org.creditrepair.access.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.creditrepair.problem.Text;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The accounts of the engine's identity service. */
@Component
public class Accounts {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int REMEMBERED_LOGINS = 10_000;

    /** How long a change made on another node may go unseen. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final int MOST_KNOWN = 10_000;

    private final IdentityService identity;
    private final RunAsServer server;
    private final byte[] key = new byte[32];

    /**
     * Digests of logins that were right, so that the slow hash is not computed for each request.
     */
    private final Cache<String, Boolean> right =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED_LOGINS)
                    .expireAfterWrite(REMEMBERED)
                    .build();

    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).expireAfterWrite(FRESH).build();

    private final Cache<String, String> names =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).expireAfterWrite(FRESH).build();

    public Accounts(IdentityService identity, RunAsServer server) {
        this.server = server;
        this.identity = identity;
        new SecureRandom().nextBytes(key);
    }

    /** The account, if name and password are right. */
    public Optional<Account> login(String name, String password) {
        return known(name)
                .filter(account -> isRight(name, password, account.hash()))
                .map(Known::account);
    }

    /** A cached password is valid only as long as the stored hash is the same. */
    private boolean isRight(String name, String password, String hash) {
        String login = digest(String.join("\n", name, hash, password));
        if (right.getIfPresent(login) != null) {
            return true;
        }
        boolean now = identity.checkPassword(name, password);
        if (now) {
            right.put(login, true);
        }
        return now;
    }

    /**
     * A digest under the key of this start; each has a MAC of its own, which threads cannot share.
     */
    private String digest(String text) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmacHex(text);
    }

    /** A stored account with its hash. */
    private record Known(String hash, Account account) {}

    /** The stored account; empty if there is none, or the name cannot be one. */
    private Optional<Known> known(String name) {
        return Text.isPlain(name)
                ? Optional.ofNullable(known.get(name, this::read))
                : Optional.empty();
    }

    /** Reads without the rights of the caller, since the answer is cached for all callers. */
    private @Nullable Known read(String name) {
        return server.call(() -> stored(name));
    }

    private @Nullable Known stored(String name) {
        User user = identity.createUserQuery().userId(name).singleResult();
        if (user == null) {
            return null;
        }
        List<Group> groups = identity.createGroupQuery().groupMember(name).list();
        List<Tenant> tenants =
                identity.createTenantQuery().userMember(name).includingGroupsOfUser(true).list();
        return new Known(
                ((UserEntity) user).getPassword(),
                new Account(
                        name,
                        groups.stream().map(Group::getId).collect(Collectors.toSet()),
                        tenants.stream()
                                .map(Tenant::getId)
                                .filter(RegionCode::isWellFormed)
                                .map(RegionCode::new)
                                .collect(Collectors.toSet()),
                        groups.stream()
                                .anyMatch(group -> group.getId().equals(Groups.CAMUNDA_ADMIN))));
    }

    /** Users, groups or memberships have changed, or are about to at the end of the transaction. */
    public void changed() {
        known.invalidateAll();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            known.invalidateAll();
                        }
                    });
        }
    }

    /**
     * What a session of an account stands on: its password's hash, groups and regions; it ends when
     * one of them changes. Empty if there is no such account.
     */
    public Optional<String> stamp(String name) {
        return known(name)
                .map(
                        one ->
                                digest(
                                        one.hash()
                                                + new TreeSet<>(one.account().groups())
                                                + new TreeSet<>(one.account().regions())));
    }

    /** The account of a name that has been authenticated already. */
    public Account load(String name) {
        return known(name)
                .map(Known::account)
                .orElseGet(() -> new Account(name, Set.of(), Set.of(), false));
    }

    /** The account of the present request, if anybody is logged in. */
    public static Optional<Account> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Account account
                ? Optional.of(account)
                : Optional.empty();
    }

    /** How people call an account: the name of its person or office; its own where it has none. */
    public String called(String name) {
        if (name.startsWith(Account.APPLICANT)) {
            return "申请人";
        }
        return names.get(
                name,
                account ->
                        server.call(
                                () -> {
                                    User user =
                                            identity.createUserQuery()
                                                    .userId(account)
                                                    .singleResult();
                                    return user == null ? account : called(user);
                                }));
    }

    private static String called(User user) {
        String called =
                Stream.of(user.getFirstName(), user.getLastName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining())
                        .strip();
        return called.isEmpty() ? user.getId() : called;
    }

    /** The members of a group, by account, each with what people call it. */
    public Map<String, String> members(String group) {
        return server.call(
                () ->
                        identity
                                .createUserQuery()
                                .memberOfGroup(group)
                                .orderByUserId()
                                .asc()
                                .list()
                                .stream()
                                .collect(
                                        Collectors.toMap(
                                                User::getId,
                                                Accounts::called,
                                                (first, second) -> first,
                                                LinkedHashMap::new)));
    }

    /** Whether an account is a member of a group. */
    public boolean isMember(String name, String group) {
        return load(name).groups().contains(group);
    }

    /** Lets the engine know who is asking, until {@link #leaveEngine()}. */
    public void enterEngine(Account account) {
        identity.setAuthentication(
                account.name(),
                List.copyOf(account.groups()),
                account.regions().stream().map(RegionCode::value).toList());
    }

    public void leaveEngine() {
        identity.clearAuthentication();
    }

    /** The name of an account that acts through the engine now, if any does. */
    public Optional<String> nameInEngine() {
        return inEngine().map(one -> one.getUserId());
    }

    /** The groups of an account that acts through the engine now, if any does. */
    public Optional<Set<String>> groupsInEngine() {
        return inEngine().map(one -> copy(one.getGroupIds()));
    }

    /** Whether an administrator acts through the engine now. */
    public boolean isAdminInEngine() {
        return groupsInEngine().filter(groups -> groups.contains(Groups.CAMUNDA_ADMIN)).isPresent();
    }

    /** Codes of the regions of an account that acts through the engine now, if any does. */
    public Optional<Set<String>> regionsInEngine() {
        return inEngine().map(one -> copy(one.getTenantIds()));
    }

    private Optional<org.camunda.bpm.engine.impl.identity.Authentication> inEngine() {
        return Optional.ofNullable(identity.getCurrentAuthentication());
    }

    private static Set<String> copy(List<String> ids) {
        return ids == null ? Set.of() : Set.copyOf(ids);
    }
}
