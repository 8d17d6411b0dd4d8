package org.creditrepair.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.Unit;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One account for every group of every region, its password its name, and an administrator who
 * holds every role; in the demo only.
 */
@Component
@Profile("demo")
@Order(3)
class DemoAccounts implements ApplicationRunner {

    private static final String ADMIN = "admin";

    private final Catalog catalog;
    private final IdentityService identity;

    DemoAccounts(Catalog catalog, IdentityService identity) {
        this.catalog = catalog;
        this.identity = identity;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        for (Region region : catalog.regions()) {
            identity.createGroupQuery().memberOfTenant(region.code().value()).list().stream()
                    .filter(group -> identity.createUserQuery().userId(group.getId()).count() == 0)
                    .forEach(this::account);
            identity.createGroupQuery().memberOfTenant(region.code().value()).list().stream()
                    .filter(group -> !isMember(group.getId()))
                    .forEach(group -> identity.createMembership(ADMIN, group.getId()));
        }
    }

    private boolean isMember(String group) {
        return identity.createUserQuery().userId(ADMIN).memberOfGroup(group).count() > 0;
    }

    private void account(Group group) {
        User user = identity.newUser(group.getId());
        user.setFirstName(group.getName());
        user.setLastName("演示账号");
        user.setPassword(group.getId());
        identity.saveUser(user);
        identity.createMembership(user.getId(), group.getId());
        String unit = Unit.ledBy(group.getId());
        if (!unit.equals(group.getId())) {
            identity.createMembership(user.getId(), unit);
        }
    }
}
