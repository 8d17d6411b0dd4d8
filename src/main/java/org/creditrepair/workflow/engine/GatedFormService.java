package org.creditrepair.workflow.engine;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service: an answer has exactly the fields of its task. */
class GatedFormService extends FormServiceImpl {

    private final AnswerGate gate;

    GatedFormService(TaskService tasks) {
        this.gate = new AnswerGate(tasks);
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        gate.check(taskId, GatedTaskService.names(properties));
        super.submitTaskForm(taskId, properties);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        gate.check(taskId, GatedTaskService.names(properties));
        return super.submitTaskFormWithVariablesInReturn(taskId, properties, deserializeValues);
    }
}
