package org.creditrepair.workflow.engine;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.creditrepair.task.HumanTask;

/** Binds the listener to every human task of a model; a model with an unknown one is refused. */
class HumanTaskBinding extends AbstractBpmnParseListener {

    private final HumanTaskListener listener;

    HumanTaskBinding(HumanTaskListener listener) {
        this.listener = listener;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task =
                ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        if (HumanTask.ofKey(task.getKey()).isEmpty()) {
            throw new IllegalStateException("未知的人工任务：" + task.getKey());
        }
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, listener);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, listener);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, listener);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, listener);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, listener);
    }
}
