package org.creditrepair.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Notes which nodes and flows of which models any test of this run has passed. */
@TestConfiguration(proxyBeanMethods = false)
public class ModelCoverage {

    private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();

    /** Whether a node or flow of a process was passed. */
    static boolean passed(String process, String element) {
        return PASSED.contains(process + "#" + element);
    }

    @Bean
    AbstractProcessEnginePlugin coveragePlugin() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                List<BpmnParseListener> listeners =
                        new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
                listeners.add(new Watch());
                configuration.setCustomPostBPMNParseListeners(listeners);
            }
        };
    }

    private static final class Watch extends AbstractBpmnParseListener {

        private static void note(ActivityImpl activity) {
            activity.addListener(
                    ExecutionListener.EVENTNAME_START,
                    (ExecutionListener)
                            execution -> PASSED.add(key(activity, activity.getActivityId())));
        }

        private static String key(ScopeImpl scope, String element) {
            return ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey()
                    + "#"
                    + element;
        }

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            flow.addListener(
                    ExecutionListener.EVENTNAME_TAKE,
                    (ExecutionListener) execution -> PASSED.add(key(scope, flow.getId())));
        }

        @Override
        public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            note(activity);
        }

        @Override
        public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            note(activity);
        }

        @Override
        public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
            note(activity);
        }

        @Override
        public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            note(activity);
        }

        @Override
        public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            note(activity);
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            note(activity);
        }

        @Override
        public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            note(activity);
        }

        @Override
        public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
            note(activity);
        }

        @Override
        public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
            note(activity);
        }

        @Override
        public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            note(activity);
        }

        @Override
        public void parseIntermediateCatchEvent(
                Element element, ScopeImpl scope, ActivityImpl activity) {
            note(activity);
        }
    }
}
