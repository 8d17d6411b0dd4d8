package org.creditrepair.workflow.process;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.creditrepair.access.account.RunAsServer;
import org.springframework.stereotype.Component;

/** Business keys of running processes, read with the rights of the server. */
@Component
public class BusinessKeys {

    private final RuntimeService runtime;
    private final RunAsServer server;

    public BusinessKeys(RuntimeService runtime, RunAsServer server) {
        this.runtime = runtime;
        this.server = server;
    }

    /** The business keys of process instances, by the instances' ids. */
    public Map<String, String> findAll(Set<String> instances) {
        return instances.isEmpty() ? Map.of() : server.call(() -> read(instances));
    }

    /** The business key of a running process instance. */
    public String find(String instance) {
        return Objects.requireNonNull(findAll(Set.of(instance)).get(instance), instance);
    }

    private Map<String, String> read(Set<String> instances) {
        return runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }
}
