package org.creditrepair.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * The engine's authorizations without the queries that change nothing here: every group of an
 * account holds rights, so none is looked up to be left out, and nobody holds rights on single
 * process instances, so none are deleted with them.
 */
public class CandidateRights extends AuthorizationManager {

    /** Gives each command its own, in place of the engine's. */
    static final SessionFactory FACTORY =
            new SessionFactory() {
                @Override
                public Class<?> getSessionType() {
                    return AuthorizationManager.class;
                }

                @Override
                public Session openSession() {
                    return new CandidateRights();
                }
            };

    /** Who claims a task belongs to its group, which holds the right already. */
    static class OfGroups extends DefaultAuthorizationProvider {

        @Override
        public AuthorizationEntity @Nullable [] newTaskAssignee(
                Task task, String oldAssignee, String newAssignee) {
            return null;
        }
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groupIds) {
        return groupIds == null ? List.of() : groupIds;
    }

    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
        if (resource != Resources.PROCESS_INSTANCE) {
            super.deleteAuthorizationsByResourceId(resource, resourceId);
        }
    }
}
