package org.creditrepair.workflow.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.creditrepair.workflow.limits.StageVariable;
import org.jspecify.annotations.Nullable;

/**
 * Sets the variables that a stage of a model names, its limit and its group, when the stage is
 * about to begin: on every flow into it, since the engine starts the timers of a stage before any
 * listener of its own.
 */
class StageVariableBinding extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");
    private static final String NAMED = "stageVariables";
    private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");

    private final Supplier<Map<String, StageVariable>> variables;

    StageVariableBinding(Supplier<Map<String, StageVariable>> variables) {
        this.variables = variables;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        names(activity, element.attributeNS(CAMUNDA, "candidateGroups"));
        names(activity, element.attributeNS(CAMUNDA, "dueDate"));
    }

    @Override
    public void parseBoundaryTimerEventDefinition(
            Element timer, boolean interrupting, ActivityImpl event) {
        names((ActivityImpl) event.getEventScope(), date(timer));
    }

    @Override
    public void parseIntermediateTimerEventDefinition(Element timer, ActivityImpl event) {
        names(event, date(timer));
    }

    private static @Nullable String date(Element timer) {
        Element date = timer.element("timeDate");
        return date == null ? null : date.getText();
    }

    private static void names(ActivityImpl stage, @Nullable String expression) {
        if (expression == null) {
            return;
        }
        Set<String> named = named(stage);
        NAME.matcher(expression).results().forEach(found -> named.add(found.group(1)));
        stage.setProperty(NAMED, named);
    }

    @SuppressWarnings("unchecked")
    private static Set<String> named(PvmActivity stage) {
        Object named = stage.getProperty(NAMED);
        return named == null ? new TreeSet<>() : (Set<String>) named;
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        Set<String> named = named(flow.getDestination());
        if (!named.isEmpty()) {
            flow.addListener(
                    ExecutionListener.EVENTNAME_TAKE,
                    (ExecutionListener)
                            execution ->
                                    named.forEach(
                                            name ->
                                                    execution.setVariable(
                                                            name,
                                                            variable(name).valueFor(execution))));
        }
    }

    private StageVariable variable(String name) {
        StageVariable variable = variables.get().get(name);
        if (variable == null) {
            throw new IllegalStateException("模型中的未知变量：" + name);
        }
        return variable;
    }
}
