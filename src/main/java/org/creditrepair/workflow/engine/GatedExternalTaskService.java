package org.creditrepair.workflow.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.camunda.bpm.engine.externaltask.FetchAndLockBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.ExternalTaskServiceImpl;
import org.camunda.bpm.engine.impl.externaltask.ExternalTaskQueryTopicBuilderImpl;
import org.camunda.bpm.engine.impl.externaltask.FetchAndLockBuilderImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.creditrepair.access.Accounts;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.workflow.AsServer;

/**
 * The engine's external task service: a worker elsewhere touches tasks of its own platform only,
 * and writes no variables. It needs no rights on processes for that.
 */
class GatedExternalTaskService extends ExternalTaskServiceImpl {

    private static final String PUSH = "push.";

    private final Supplier<Accounts> accounts;
    private final AsServer server;
    private final Supplier<RetryGate> retries;

    GatedExternalTaskService(
            Supplier<Accounts> accounts, AsServer server, Supplier<RetryGate> retries) {
        this.retries = retries;
        this.accounts = accounts;
        this.server = server;
    }

    @Override
    public ExternalTaskQueryBuilder fetchAndLock(
            int maxTasks, String workerId, boolean usePriority) {
        return new ExternalTaskQueryTopicBuilderImpl(own(), workerId, maxTasks, usePriority);
    }

    @Override
    public FetchAndLockBuilder fetchAndLock() {
        return new FetchAndLockBuilderImpl(own());
    }

    /**
     * Fetches what the caller's platform serves, in its regions; anything else undoes the fetch.
     */
    private CommandExecutor own() {
        Optional<Set<String>> groups = accounts.get().groupsInEngine();
        return groups.isEmpty() ? commandExecutor : new OwnOnly(groups.get(), commandExecutor);
    }

    private record OwnOnly(Set<String> groups, CommandExecutor engine) implements CommandExecutor {

        @Override
        public <T> T execute(Command<T> fetch) {
            return engine.execute(
                    context -> {
                        T fetched = context.runWithoutAuthorization(() -> fetch.execute(context));
                        for (Object one : (List<?>) fetched) {
                            LockedExternalTask task = (LockedExternalTask) one;
                            if (!serves(groups, task.getTenantId(), task.getTopicName())) {
                                throw RefusedException.forbidden("本账号只能领取本平台的推送任务");
                            }
                        }
                        return fetched;
                    });
        }
    }

    @Override
    public void complete(
            String externalTaskId,
            String workerId,
            Map<String, Object> variables,
            Map<String, Object> localVariables) {
        requireOwn(externalTaskId);
        requireNone("variables", variables);
        requireNone("localVariables", localVariables);
        server.run(() -> super.complete(externalTaskId, workerId, variables, localVariables));
    }

    @Override
    public void handleFailure(
            String externalTaskId,
            String workerId,
            String errorMessage,
            String errorDetails,
            int retries,
            long retryDuration,
            Map<String, Object> variables,
            Map<String, Object> localVariables) {
        requireOwn(externalTaskId);
        requireNone("variables", variables);
        requireNone("localVariables", localVariables);
        server.run(
                () ->
                        super.handleFailure(
                                externalTaskId,
                                workerId,
                                errorMessage,
                                errorDetails,
                                retries,
                                retryDuration,
                                variables,
                                localVariables));
    }

    @Override
    public void setRetries(String externalTaskId, int count) {
        if (accounts.get().nameInEngine().isPresent()) {
            retries.get().retry(externalTaskId, count);
        } else {
            super.setRetries(externalTaskId, count);
        }
    }

    @Override
    public void extendLock(String externalTaskId, String workerId, long newDuration) {
        requireOwn(externalTaskId);
        server.run(() -> super.extendLock(externalTaskId, workerId, newDuration));
    }

    /** The server's own workers pass; a person's or a machine's account serves its platform. */
    private void requireOwn(String externalTaskId) {
        Optional<Set<String>> groups = accounts.get().groupsInEngine();
        if (groups.isEmpty()) {
            return;
        }
        ExternalTask task =
                server.call(
                        () ->
                                createExternalTaskQuery()
                                        .externalTaskId(externalTaskId)
                                        .singleResult());
        if (task == null || !serves(groups.get(), task.getTenantId(), task.getTopicName())) {
            throw RefusedException.notFound("id", "无此外部任务，或不属于本平台");
        }
    }

    /** Whether members of groups serve a topic of a region. */
    static boolean serves(Set<String> groups, String region, String topic) {
        return region != null
                && topic.startsWith(PUSH)
                && groups.contains(region + "-platform-" + topic.substring(PUSH.length()));
    }

    private void requireNone(String field, Map<String, Object> variables) {
        boolean byPerson = accounts.get().nameInEngine().isPresent();
        if (byPerson && variables != null && !variables.isEmpty()) {
            throw RefusedException.malformed(
                    variables.keySet().stream()
                            .sorted()
                            .map(
                                    name ->
                                            new Violation(
                                                    field + "." + name,
                                                    "UNKNOWN_FIELD",
                                                    "外部任务不接受流程变量"))
                            .toList());
        }
    }
}
