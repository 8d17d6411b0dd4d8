package org.creditrepair.workflow.intervention;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.BusinessKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** What has failed for technical reasons, read from the engine's incidents. */
@Service
public class OpenFailures {

    static final String PUSH = "push.";
    static final String JOB = "failedJob";
    private static final String EXTERNAL_TASK = "failedExternalTask";

    /** The types of incidents that are failures. */
    static final List<String> TYPES = List.of(JOB, EXTERNAL_TASK);

    private static final int MOST = 1000;

    private final ProcessEngine engine;
    private final RunAsServer server;
    private final BusinessKeys keys;

    OpenFailures(@Lazy ProcessEngine engine, RunAsServer server, BusinessKeys keys) {
        this.engine = engine;
        this.server = server;
        this.keys = keys;
    }

    /** Incidents of a region, the latest first, 1,000 at most. */
    public List<Failure> findByRegion(RegionCode region) {
        List<Incident> incidents = server.call(() -> incidents(region));
        Map<String, String> references =
                keys.findAll(
                        incidents.stream()
                                .map(Incident::getProcessInstanceId)
                                .collect(Collectors.toSet()));
        return server.call(
                () -> {
                    Map<String, String> topics = topics(incidents);
                    return incidents.stream()
                            .map(
                                    one ->
                                            failure(
                                                    one,
                                                    references.get(one.getProcessInstanceId()),
                                                    topics.get(one.getConfiguration())))
                            .toList();
                });
    }

    /** The topics of the external tasks that failed, by task. */
    private Map<String, String> topics(List<Incident> incidents) {
        Set<String> tasks =
                incidents.stream()
                        .filter(one -> one.getIncidentType().equals(EXTERNAL_TASK))
                        .map(Incident::getConfiguration)
                        .collect(Collectors.toSet());
        return tasks.isEmpty()
                ? Map.of()
                : engine
                        .getExternalTaskService()
                        .createExternalTaskQuery()
                        .externalTaskIdIn(tasks)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(ExternalTask::getId, ExternalTask::getTopicName));
    }

    private List<Incident> incidents(RegionCode region) {
        return TYPES.stream()
                .flatMap(
                        kind ->
                                engine
                                        .getRuntimeService()
                                        .createIncidentQuery()
                                        .incidentType(kind)
                                        .tenantIdIn(region.value())
                                        .orderByIncidentTimestamp()
                                        .desc()
                                        .listPage(0, MOST)
                                        .stream())
                .filter(one -> one.getId().equals(one.getRootCauseIncidentId()))
                .toList();
    }

    private Failure failure(Incident incident, @Nullable String reference, @Nullable String topic) {
        String platform =
                topic != null && topic.startsWith(PUSH) ? topic.substring(PUSH.length()) : null;
        ModelElementInstance step =
                engine.getRepositoryService()
                        .getBpmnModelInstance(incident.getProcessDefinitionId())
                        .getModelElementById(incident.getActivityId());
        return new Failure(
                incident.getId(),
                reference,
                platform == null ? Failure.Kind.STEP : Failure.Kind.PUSH,
                incident.getActivityId(),
                step instanceof FlowElement named && named.getName() != null
                        ? named.getName()
                        : incident.getActivityId(),
                platform,
                incident.getIncidentMessage(),
                BusinessClock.at(incident.getIncidentTimestamp()));
    }
}
