package org.creditrepair.workflow.intervention;

import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.sharing.connection.SharingProperties;
import org.creditrepair.sharing.ledger.CorrectPush;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.supervision.escalation.Escalation.Step;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.BusinessKeys;
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

    /** As long as the column is. */
    private static final int MAX_REMARK = 1000;

    private final ProcessEngine engine;
    private final SharingProperties sharing;
    private final RunAsServer server;
    private final BusinessKeys keys;
    private final CorrectPush pushes;
    private final InterventionRecord record;
    private final Catalog catalog;

    Failures(
            @Lazy ProcessEngine engine,
            SharingProperties sharing,
            RunAsServer server,
            BusinessKeys keys,
            CorrectPush pushes,
            InterventionRecord record,
            Catalog catalog) {
        this.catalog = catalog;
        this.engine = engine;
        this.sharing = sharing;
        this.server = server;
        this.keys = keys;
        this.pushes = pushes;
        this.record = record;
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
        String reference = keys.find(failed.getProcessInstanceId());
        RegionCode region = new RegionCode(failed.getTenantId());
        String platform = server.call(() -> platform(region, failed));
        server.run(
                () -> {
                    if (failed.getIncidentType().equals(OpenFailures.JOB)) {
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
                region,
                reference,
                failed.getId(),
                Step.RETRIED,
                StringUtils.abbreviate(platform + reason.strip(), MAX_REMARK),
                actor);
    }

    /** Name of the platform that a failed push goes to, as the begin of a remark. */
    private String platform(RegionCode region, Incident failed) {
        ExternalTask task =
                failed.getIncidentType().equals(OpenFailures.JOB)
                        ? null
                        : externalTasks()
                                .createExternalTaskQuery()
                                .externalTaskId(failed.getConfiguration())
                                .singleResult();
        return task == null
                ? ""
                : nameOf(region, StringUtils.removeStart(task.getTopicName(), OpenFailures.PUSH));
    }

    private String nameOf(RegionCode region, String platform) {
        return catalog.region(region)
                .platform(platform)
                .map(known -> known.name() + "：")
                .orElse("");
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
                                        .filter(
                                                one ->
                                                        OpenFailures.TYPES.contains(
                                                                one.getIncidentType()))
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
                        nameOf(region, push.content().platform())
                                + reason.strip()
                                + "（"
                                + corrected.changes()
                                + "）",
                        MAX_REMARK),
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
                            .topicName(OpenFailures.PUSH + push.content().platform())
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
