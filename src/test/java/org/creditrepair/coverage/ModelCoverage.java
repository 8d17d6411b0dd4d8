package org.creditrepair.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Notes which nodes and flows of which models the tests have passed, and writes them down when
 * their Java machine ends.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ModelCoverage {

    private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();

    /** Where each machine writes what its tests passed, one {@code process#element} a line. */
    static final Path PASSED_BY_TESTS = Path.of("target", "passed-by-tests");

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ModelCoverage::write));
    }

    private static void write() {
        try {
            Files.createDirectories(PASSED_BY_TESTS);
            Files.write(PASSED_BY_TESTS.resolve(ProcessHandle.current().pid() + ".txt"), PASSED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    AbstractProcessEnginePlugin coveragePlugin() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                List<BpmnParseListener> listeners =
                        new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
                listeners.add(WATCH);
                configuration.setCustomPostBPMNParseListeners(listeners);
            }
        };
    }

    /** Adds a listener to every node and flow that the engine reads, of whatever kind. */
    private static final BpmnParseListener WATCH =
            (BpmnParseListener)
                    Proxy.newProxyInstance(
                            ModelCoverage.class.getClassLoader(),
                            new Class<?>[] {BpmnParseListener.class},
                            (proxy, method, arguments) -> {
                                Object read = arguments[arguments.length - 1];
                                if (read instanceof ActivityImpl activity) {
                                    watch(activity);
                                } else if (read instanceof TransitionImpl flow) {
                                    watch((ScopeImpl) arguments[1], flow);
                                }
                                return null;
                            });

    private static void watch(ActivityImpl activity) {
        String key = key(activity, activity.getActivityId());
        activity.addListener(
                ExecutionListener.EVENTNAME_START,
                (ExecutionListener) execution -> PASSED.add(key));
    }

    private static void watch(ScopeImpl scope, TransitionImpl flow) {
        String key = key(scope, flow.getId());
        flow.addListener(
                ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> PASSED.add(key));
    }

    private static String key(ScopeImpl scope, String element) {
        return ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey() + "#" + element;
    }
}
