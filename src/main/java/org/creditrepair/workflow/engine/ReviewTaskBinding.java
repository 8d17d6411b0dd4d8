package org.creditrepair.workflow.engine;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Binds the listener of review tasks to every human task that is one. */
class ReviewTaskBinding extends AbstractBpmnParseListener {

    private final ReviewTaskListener listener;

    ReviewTaskBinding(ReviewTaskListener listener) {
        this.listener = listener;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task =
                ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        if (ReviewTask.of(task.getKey()).isPresent()) {
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, listener);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, listener);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, listener);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, listener);
        }
    }
}
