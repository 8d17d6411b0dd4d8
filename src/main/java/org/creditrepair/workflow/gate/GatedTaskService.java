package org.creditrepair.workflow.gate;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.access.account.RunAsServer;

/**
 * The engine's task service, through which every interface completes tasks: an answer has exactly
 * the fields of its task.
 */
public class GatedTaskService extends TaskServiceImpl {

    private final AnswerGate gate;
    private final Supplier<Accounts> accounts;
    private final RunAsServer server;

    public GatedTaskService(Supplier<Accounts> accounts, RunAsServer server) {
        this.gate = new AnswerGate(this, this::getCommandExecutor, accounts);
        this.accounts = accounts;
        this.server = server;
    }

    @Override
    public void complete(String taskId) {
        gate.answer(taskId, Set.of(), () -> super.complete(taskId));
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        gate.answer(taskId, names(variables), () -> super.complete(taskId, variables));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return gate.answer(
                taskId,
                names(variables),
                () -> super.completeWithVariablesInReturn(taskId, variables, deserializeValues));
    }

    /** Whoever has claimed a task may give it back (取消认领). */
    @Override
    public void setAssignee(String taskId, String userId) {
        boolean own =
                userId == null
                        && accounts.get()
                                .nameInEngine()
                                .filter(
                                        name ->
                                                createTaskQuery()
                                                                .taskId(taskId)
                                                                .taskAssignee(name)
                                                                .count()
                                                        == 1)
                                .isPresent();
        if (own) {
            server.run(() -> super.setAssignee(taskId, null));
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    static Set<String> names(Map<String, Object> variables) {
        return variables == null ? Set.of() : variables.keySet();
    }
}
