package org.creditrepair.workflow.intervention;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.sharing.connection.SharingProperties;
import org.creditrepair.sharing.ledger.CorrectPush;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.supervision.escalation.Escalation.Step;
import org.creditrepair.vocabulary.Labelled;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.BusinessKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has failed for technical reasons and stands before a person, who retries it or corrects a
 * push; either is given as many attempts as at first. Whether the account supervises the region is
 * checked before.
 */
@Service
public class Failures {

    private static final int MOST = 1000;
    private static final String PUSH = "push.";

    /** As long as the column is. */
    private static final int MAX_REMARK = 1000;

    private static final String JOB = "failedJob";
    private static final String EXTERNAL_TASK = "failedExternalTask";
    private static final List<String> KINDS = List.of(JOB, EXTERNAL_TASK);

    private final ProcessEngine engine;
    private final SharingProperties sharing;
    private final RunAsServer server;
    private final BusinessKeys keys;
    private final CorrectPush pushes;
    private final InterventionRecord record;

    Failures(
            @Lazy ProcessEngine engine,
            SharingProperties sharing,
            RunAsServer server,
            BusinessKeys keys,
            CorrectPush pushes,
            InterventionRecord record) {
        this.engine = engine;
        this.sharing = sharing;
        this.server = server;
        this.keys = keys;
        this.pushes = pushes;
        this.record = record;
    }

    /** Kinds of failures, each with what is to be done (处理建议). */
    public enum Kind implements Labelled {
        /** 推送未达. */
        PUSH("推送未达", "看平台的答复：内容有误的，更正后重新推送；平台故障的，待其恢复后重试"),
        /** 步骤出错. */
        STEP("步骤出错", "按原因排除故障后重试；仍失败的，请运维人员查看日志");

        private final String text;
        private final String advice;

        Kind(String text, String advice) {
            this.text = text;
            this.advice = advice;
        }

        @Override
        public String text() {
            return text;
        }

        public String advice() {
            return advice;
        }
    }

    /**
     * Something that failed for technical reasons and stands before a person.
     *
     * @param reference business key of what it is about
     * @param activity id of the step in the model
     * @param activityName its name there
     * @param platform code of the platform that a push did not reach; null for other steps
     */
    public record Failure(
            String id,
            @Nullable String reference,
            Kind kind,
            String activity,
            String activityName,
            @Nullable String platform,
            String message,
            OffsetDateTime since) {}

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
                : externalTasks().createExternalTaskQuery().externalTaskIdIn(tasks).list().stream()
                        .collect(Collectors.toMap(ExternalTask::getId, ExternalTask::getTopicName));
    }

    private List<Incident> incidents(RegionCode region) {
        return KINDS.stream()
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
                platform == null ? Kind.STEP : Kind.PUSH,
                incident.getActivityId(),
                step instanceof FlowElement named && named.getName() != null
                        ? named.getName()
                        : incident.getActivityId(),
                platform,
                incident.getIncidentMessage(),
                BusinessClock.at(incident.getIncidentTimestamp()));
    }

    /**
     * 重试 of one failed step.
     *
     * @param id of the failure
     */
    @Transactional
    public void retry(RegionCode region, String id, String reason, String actor) {
        record.requireReason(reason);
        Incident failed =
                server.call(
                        () ->
                                engine.getRuntimeService()
                                        .createIncidentQuery()
                                        .incidentId(id)
                                        .tenantIdIn(region.value())
                                        .singleResult());
        if (failed == null) {
            throw RefusedException.notFound("id", "该地区无此失败：" + id);
        }
        retry(failed, reason, actor);
    }

    private void retry(Incident failed, String reason, String actor) {
        String instance = failed.getProcessInstanceId();
        String reference = keys.find(instance);
        server.run(
                () -> {
                    if (failed.getIncidentType().equals(JOB)) {
                        engine.getManagementService()
                                .setJobRetries(
                                        failed.getConfiguration(),
                                        engine.getProcessEngineConfiguration()
                                                .getDefaultNumberOfRetries());
                    } else {
                        externalTasks().setRetries(failed.getConfiguration(), sharing.attempts());
                    }
                });
        record.enter(
                new RegionCode(failed.getTenantId()),
                reference,
                failed.getId(),
                Step.RETRIED,
                reason,
                actor);
    }

    /**
     * 重试 of a failed job or external task that somebody names by the engine's own id.
     *
     * @param regions codes of the regions that the account supervises
     * @throws RefusedException if none of them has a failure there
     */
    @Transactional
    public void retryAt(Set<RegionCode> regions, String configuration, String actor) {
        Incident incident =
                server.call(
                        () ->
                                engine
                                        .getRuntimeService()
                                        .createIncidentQuery()
                                        .configuration(configuration)
                                        .list()
                                        .stream()
                                        .filter(one -> KINDS.contains(one.getIncidentType()))
                                        .filter(one -> one.getTenantId() != null)
                                        .filter(
                                                one ->
                                                        regions.contains(
                                                                new RegionCode(one.getTenantId())))
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        RefusedException.notFound(
                                                                "id", "无此失败，或不属于本地区")));
        retry(incident, "在督查监测中重试", actor);
    }

    /** 更正推送内容: the push is sent again as it is corrected. */
    @Transactional
    public void correct(
            RegionCode region,
            String idempotencyKey,
            Map<String, String> fields,
            String reason,
            String actor) {
        record.requireReason(reason);
        CorrectPush.Corrected corrected = pushes.correct(region, idempotencyKey, fields);
        Push push = corrected.push();
        server.run(() -> sendAgain(push));
        record.enter(
                region,
                push.content().sharingNo(),
                push.content().idempotencyKey(),
                Step.PUSH_CORRECTED,
                StringUtils.abbreviate(
                        reason.strip() + "（" + corrected.changes() + "）", MAX_REMARK),
                actor);
    }

    private void sendAgain(Push push) {
        for (ProcessInstance waiting :
                engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(push.content().sharingNo())
                        .list()) {
            for (ExternalTask task :
                    externalTasks()
                            .createExternalTaskQuery()
                            .processInstanceId(waiting.getId())
                            .topicName(PUSH + push.content().platform())
                            .noRetriesLeft()
                            .list()) {
                externalTasks().setRetries(task.getId(), sharing.attempts());
            }
        }
    }

    private ExternalTaskService externalTasks() {
        return engine.getExternalTaskService();
    }
}
