package org.creditrepair.workflow.intervention;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.supervision.escalation.Escalation.Step;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What supervisors do to the process of a case: suspend and resume it, and move it to a changed
 * model. Whether the account supervises the region is checked before.
 */
@Service
public class CaseInterventions {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final RunAsServer server;
    private final InterventionRecord record;

    CaseInterventions(
            @Lazy RuntimeService runtime,
            @Lazy RepositoryService repository,
            RunAsServer server,
            InterventionRecord record) {
        this.runtime = runtime;
        this.repository = repository;
        this.server = server;
        this.record = record;
    }

    /** 中止: the clock of a case stands still. */
    @Transactional
    public void suspend(RegionCode region, String caseKey, String reason, String actor) {
        ProcessInstance process = process(region, caseKey, reason);
        if (process.isSuspended()) {
            throw RefusedException.conflict("caseKey", "SUSPENDED", "该办件已中止");
        }
        server.run(() -> runtime.suspendProcessInstanceById(process.getId()));
        record.enter(region, caseKey, process.getId(), Step.SUSPENDED, reason, actor);
    }

    /** 恢复办理: the case goes on with the working days that it had left. */
    @Transactional
    public void resume(RegionCode region, String caseKey, String reason, String actor) {
        ProcessInstance process = process(region, caseKey, reason);
        if (!process.isSuspended()) {
            throw RefusedException.conflict("caseKey", "NOT_SUSPENDED", "该办件未中止");
        }
        server.run(() -> runtime.activateProcessInstanceById(process.getId()));
        record.enter(region, caseKey, process.getId(), Step.RESUMED, reason, actor);
    }

    /** 更换流程版本: a running case goes on along the model that is deployed last. */
    @Transactional
    public void migrate(RegionCode region, String caseKey, String reason, String actor) {
        ProcessInstance process = process(region, caseKey, reason);
        ProcessDefinition latest = server.call(() -> latestOf(process.getProcessDefinitionId()));
        if (latest.getId().equals(process.getProcessDefinitionId())) {
            throw RefusedException.conflict("caseKey", "LATEST", "该办件已按最新版本的流程办理");
        }
        server.run(
                () ->
                        runtime.newMigration(
                                        runtime.createMigrationPlan(
                                                        process.getProcessDefinitionId(),
                                                        latest.getId())
                                                .mapEqualActivities()
                                                .build())
                                .processInstanceIds(process.getId())
                                .execute());
        record.enter(region, caseKey, process.getId(), Step.MIGRATED, reason, actor);
    }

    private ProcessDefinition latestOf(String definition) {
        String key = repository.getProcessDefinition(definition).getKey();
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    /** The process of a case, which must be of the region. */
    private ProcessInstance process(RegionCode region, String caseKey, String reason) {
        record.requireReason(reason);
        ProcessInstance process =
                !CaseKey.isWellFormed(caseKey)
                        ? null
                        : server.call(
                                () ->
                                        runtime.createProcessInstanceQuery()
                                                .processInstanceBusinessKey(caseKey)
                                                .tenantIdIn(region.value())
                                                .singleResult());
        if (process == null) {
            throw RefusedException.notFound("caseKey", "该地区无此在办办件：" + caseKey);
        }
        return process;
    }
}
