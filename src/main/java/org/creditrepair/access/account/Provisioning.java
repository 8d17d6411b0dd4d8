package org.creditrepair.access.account;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes, from the catalogue, the tenants and groups of all regions at every start, and grants each
 * group exactly what it may ask of the engine: to read, to start a joint application, and nothing
 * that changes what runs. Candidates get their rights to a task with the task.
 */
@Component
@Order(1)
class Provisioning implements ApplicationRunner {

    private static final String JOINT_APPLICATION = "joint-application";

    private final Catalog catalog;
    private final IdentityService identity;
    private final AuthorizationService authorizations;

    Provisioning(Catalog catalog, IdentityService identity, AuthorizationService authorizations) {
        this.catalog = catalog;
        this.identity = identity;
        this.authorizations = authorizations;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        for (Region region : catalog.regions()) {
            tenant(region);
            for (Unit unit : region.units()) {
                group(region, unit.group(region.code()), unit.name());
                reviewer(unit.group(region.code()));
                applicant(unit.group(region.code()));
                group(region, unit.heads(region.code()), unit.name() + "负责人");
                application(unit.heads(region.code()), "tasklist");
            }
            region.windows()
                    .forEach(
                            (window, name) -> {
                                group(region, window, name);
                                application(window, "tasklist");
                                applicant(window);
                            });
            group(region, region.portal(), region.name() + "门户");
            applicant(region.portal());
            for (String platform : region.platformCodes()) {
                group(
                        region,
                        region.platformAccounts(platform),
                        region.name() + "共享平台 " + platform);
            }
            group(region, region.supervisors(), region.name() + "督查");
            supervisor(region.supervisors());
        }
        global(Resources.FILTER, ANY, Permissions.READ);
        applicant(Account.APPLICANTS);
        administrators();
        group(Account.DEPLOYERS, "流程部署");
        grant(Account.DEPLOYERS, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE);
    }

    /** Administrators of accounts; no rights on processes. */
    private void administrators() {
        String admins = Groups.CAMUNDA_ADMIN;
        group(admins, "账号管理员");
        application(admins, "admin");
        application(admins, "welcome");
        grant(admins, Resources.USER, ANY, Permissions.ALL);
        grant(admins, Resources.GROUP, ANY, Permissions.READ);
        grant(admins, Resources.GROUP_MEMBERSHIP, ANY, Permissions.ALL);
        grant(admins, Resources.TENANT, ANY, Permissions.READ);
        grant(admins, Resources.TENANT_MEMBERSHIP, ANY, Permissions.ALL);
        grant(admins, Resources.AUTHORIZATION, ANY, Permissions.READ);
    }

    private void reviewer(String group) {
        application(group, "tasklist");
        grant(group, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
        grant(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
    }

    private void applicant(String group) {
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                JOINT_APPLICATION,
                Permissions.READ,
                Permissions.CREATE_INSTANCE);
        grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    private void supervisor(String group) {
        application(group, "tasklist");
        application(group, "cockpit");
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                Permissions.READ,
                Permissions.READ_INSTANCE,
                Permissions.READ_TASK,
                Permissions.READ_HISTORY);
        grant(
                group,
                Resources.DECISION_DEFINITION,
                ANY,
                Permissions.READ,
                Permissions.READ_HISTORY);
        grant(group, Resources.DEPLOYMENT, ANY, Permissions.READ);
    }

    private void tenant(Region region) {
        String id = region.code().value();
        if (identity.createTenantQuery().tenantId(id).count() == 0) {
            Tenant tenant = identity.newTenant(id);
            tenant.setName(region.name());
            identity.saveTenant(tenant);
        }
    }

    private void group(Region region, String id, String name) {
        if (group(id, name)) {
            identity.createTenantGroupMembership(region.code().value(), id);
        }
    }

    /** Makes a group; false if it was there. */
    private boolean group(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() > 0) {
            return false;
        }
        Group group = identity.newGroup(id);
        group.setName(name);
        group.setType("WORKFLOW");
        identity.saveGroup(group);
        return true;
    }

    private void application(String group, String webapp) {
        grant(group, Resources.APPLICATION, webapp, Permissions.ACCESS);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        List<Authorization> known =
                authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .list();
        Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        set(grant, resource, id, permissions);
        boolean same =
                known.size() == 1 && permissionsOf(known.get(0)).equals(permissionsOf(grant));
        if (!same) {
            known.forEach(one -> authorizations.deleteAuthorization(one.getId()));
            authorizations.saveAuthorization(grant);
        }
    }

    private static Integer permissionsOf(Authorization authorization) {
        return ((AuthorizationEntity) authorization).getPermissions();
    }

    private void global(Resource resource, String id, Permission... permissions) {
        long known =
                authorizations
                        .createAuthorizationQuery()
                        .authorizationType(AUTH_TYPE_GLOBAL)
                        .resourceType(resource)
                        .resourceId(id)
                        .count();
        if (known == 0) {
            Authorization all = authorizations.createNewAuthorization(AUTH_TYPE_GLOBAL);
            set(all, resource, id, permissions);
            authorizations.saveAuthorization(all);
        }
    }

    private static void set(
            Authorization authorization, Resource resource, String id, Permission... permissions) {
        authorization.setResource(resource);
        authorization.setResourceId(id);
        for (Permission permission : permissions) {
            authorization.addPermission(permission);
        }
    }
}
