package org.creditrepair.access.account;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
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
        account(ADMIN, "系统管理员", Groups.CAMUNDA_ADMIN);
        account(Account.DEPLOYERS, "流程部署", Account.DEPLOYERS);
        for (Region region : catalog.regions()) {
            for (Group group : groups(region)) {
                account(group.getId(), group.getName(), group.getId(), Unit.ledBy(group.getId()));
                join(ADMIN, group.getId());
            }
        }
    }

    private List<Group> groups(Region region) {
        return identity.createGroupQuery().memberOfTenant(region.code().value()).list();
    }

    private void account(String name, String firstName, String... groups) {
        if (identity.createUserQuery().userId(name).count() == 0) {
            User user = identity.newUser(name);
            user.setFirstName(firstName);
            user.setLastName("演示账号");
            user.setPassword(name);
            // A password that is the account's name is against every policy.
            ((IdentityServiceImpl) identity).saveUser(user, true);
        }
        for (String group : groups) {
            join(name, group);
        }
    }

    private void join(String account, String group) {
        if (identity.createUserQuery().userId(account).memberOfGroup(group).count() == 0) {
            identity.createMembership(account, group);
        }
    }
}
