package org.creditrepair.workflow.gate;

import java.time.Duration;
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
import org.creditrepair.access.account.Accounts;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Text;
import org.creditrepair.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The engine's external task service: a worker elsewhere touches tasks of its own platform only,
 * and writes no variables. It needs no rights on processes for that.
 */
public class GatedExternalTaskService extends ExternalTaskServiceImpl {

    /** How names of the server's own workers begin. */
    public static final String OWN_WORKERS = "server-";

    private static final String PUSH = "push.";
    private static final int MAX_RETRIES = 100;
    private static final long MAX_PAUSE = Duration.ofDays(1).toMillis();
    private static final long MAX_LOCK = Duration.ofHours(1).toMillis();
    private static final int MAX_TEXT = 500;

    private final Supplier<Accounts> accounts;
    private final RunAsServer server;
    private final Supplier<RetryGate> retries;

    public GatedExternalTaskService(
            Supplier<Accounts> accounts, RunAsServer server, Supplier<RetryGate> retries) {
        this.retries = retries;
        this.accounts = accounts;
        this.server = server;
    }

    @Override
    public ExternalTaskQueryBuilder fetchAndLock(
            int maxTasks, String workerId, boolean usePriority) {
        if (accounts.get().nameInEngine().isPresent()) {
            requireForeignName(workerId);
        }
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
        requireOwn(externalTaskId, workerId);
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
        requireOwn(externalTaskId, workerId);
        requireWithin("retries", retries, 0, MAX_RETRIES);
        requireWithin("retryTimeout", retryDuration, 0, MAX_PAUSE);
        requireNone("variables", variables);
        requireNone("localVariables", localVariables);
        server.run(
                () ->
                        super.handleFailure(
                                externalTaskId,
                                workerId,
                                told(errorMessage),
                                told(errorDetails),
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
        requireOwn(externalTaskId, workerId);
        requireWithin("newDuration", newDuration, 1, MAX_LOCK);
        server.run(() -> super.extendLock(externalTaskId, workerId, newDuration));
    }

    /** The server's own workers pass; a person's or a machine's account serves its platform. */
    private void requireOwn(String externalTaskId, String workerId) {
        Optional<Set<String>> groups = accounts.get().groupsInEngine();
        if (groups.isEmpty()) {
            return;
        }
        requireForeignName(workerId);
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

    /** The names of the server's own workers are its own. */
    private static void requireForeignName(String workerId) {
        if (workerId != null && workerId.startsWith(OWN_WORKERS)) {
            throw RefusedException.malformed("workerId", "RESERVED", "此名称由本平台的推送程序使用");
        }
    }

    private void requireWithin(String field, long value, long least, long most) {
        if (accounts.get().nameInEngine().isPresent() && (value < least || value > most)) {
            throw RefusedException.malformed(field, "RANGE", "须在 " + least + " 至 " + most + " 之间");
        }
    }

    /** Error text of a worker elsewhere, without numbers of persons and phones. */
    private @Nullable String told(@Nullable String text) {
        return accounts.get().nameInEngine().isEmpty() || text == null
                ? text
                : Text.withoutNumbers(text, MAX_TEXT);
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
