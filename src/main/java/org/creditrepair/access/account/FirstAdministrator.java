package org.creditrepair.access.account;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first administrator, who makes the other accounts; never again once there is one. */
@Component
@Profile("prod")
@Order(3)
class FirstAdministrator implements ApplicationRunner {

    private final IdentityService identity;
    private final Environment environment;

    FirstAdministrator(IdentityService identity, Environment environment) {
        this.identity = identity;
        this.environment = environment;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0) {
            return;
        }
        User user = identity.newUser(environment.getRequiredProperty("CREDITREPAIR_ADMIN_USER"));
        user.setFirstName("系统管理员");
        user.setPassword(environment.getRequiredProperty("CREDITREPAIR_ADMIN_PASSWORD"));
        identity.saveUser(user);
        identity.createMembership(user.getId(), Groups.CAMUNDA_ADMIN);
    }
}
