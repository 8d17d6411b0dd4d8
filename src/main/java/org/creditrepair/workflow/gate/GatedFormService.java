package org.creditrepair.workflow.gate;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.creditrepair.access.account.Accounts;

/** The engine's form service: an answer has exactly the fields of its task. */
public class GatedFormService extends FormServiceImpl {

    private final AnswerGate gate;

    public GatedFormService(TaskService tasks, Supplier<Accounts> accounts) {
        this.gate = new AnswerGate(tasks, this::getCommandExecutor, accounts);
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        gate.answer(
                taskId,
                GatedTaskService.names(properties),
                () -> super.submitTaskForm(taskId, properties));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return gate.answer(
                taskId,
                GatedTaskService.names(properties),
                () ->
                        super.submitTaskFormWithVariablesInReturn(
                                taskId, properties, deserializeValues));
    }
}
