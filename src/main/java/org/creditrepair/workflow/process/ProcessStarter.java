package org.creditrepair.workflow.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.application.intake.ApplicationProcess;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.opinion.ConsultationProcess;
import org.creditrepair.calendar.CalendarChange;
import org.creditrepair.catalog.ListAdjustment;
import org.creditrepair.catalog.ListAdjustmentProcess;
import org.creditrepair.hotline.HotlineProcess;
import org.creditrepair.hotline.HotlineRequest;
import org.creditrepair.notice.serving.NoticeService;
import org.creditrepair.notice.serving.ServingProcess;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.reconciliation.Reconciliation;
import org.creditrepair.reconciliation.ReconciliationProcess;
import org.creditrepair.registry.collection.CollectionFile;
import org.creditrepair.registry.collection.CollectionProcess;
import org.creditrepair.registry.recognition.ExternalResult;
import org.creditrepair.registry.recognition.ResultProcess;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.ReviewProcess;
import org.creditrepair.sharing.ledger.SharingProcess;
import org.creditrepair.task.Reference;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.webhook.StateEvent;
import org.creditrepair.webhook.StateEventProcess;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Starts every process and sends the messages that processes wait for: the ports of the modules to
 * the engine. Only a joint application is started with the rights of whoever is logged in.
 */
@Component
public class ProcessStarter
        implements ApplicationProcess,
                CollectionProcess,
                ConsultationProcess,
                HotlineProcess,
                ListAdjustmentProcess,
                ReconciliationProcess,
                ResultProcess,
                ReviewProcess,
                ServingProcess,
                SharingProcess,
                StateEventProcess {

    private final RuntimeService runtime;
    private final RunAsServer server;

    ProcessStarter(@Lazy RuntimeService runtime, RunAsServer server) {
        this.runtime = runtime;
        this.server = server;
    }

    @Override
    public String start(RegionCode region, String form) {
        VariableMap variables =
                org.camunda.bpm.engine.variable.Variables.createVariables()
                        .putValue(ProcessVariables.REGION, region.value())
                        .putValueTyped(
                                ProcessVariables.APPLICATION,
                                org.camunda.bpm.engine.variable.Variables.stringValue(form, true));
        try {
            return runtime.startProcessInstanceByKey("joint-application", variables)
                    .getBusinessKey();
        } catch (AuthorizationException e) {
            throw RefusedException.forbidden("本账号无权提交申请");
        }
    }

    @Override
    public void corrected(CaseKey key) {
        correlate(key.toString(), Messages.MATERIALS_CORRECTED);
    }

    @Override
    public void withdrawn(CaseKey key) {
        correlate(key.toString(), Messages.APPLICATION_WITHDRAWN);
    }

    @Override
    public void stated(DisplayReview review) {
        correlate(Reference.REVIEW + review.id(), Messages.STATEMENT_GIVEN);
    }

    private void correlate(String businessKey, String message) {
        try {
            server.run(
                    () ->
                            runtime.createMessageCorrelation(message)
                                    .processInstanceBusinessKey(businessKey)
                                    .correlate());
        } catch (MismatchingMessageCorrelationException e) {
            throw RefusedException.conflict("status", "STATE_CHANGED", "该事项的办理状态已变化，请刷新后重试");
        }
    }

    @Override
    public void begin(CollectionFile file) {
        start("record-collection", Reference.COLLECTION + file.id(), file.region());
    }

    @Override
    public void begin(Consultation consultation) {
        start("consultation", Reference.CONSULTATION + consultation.id(), consultation.region());
    }

    @Override
    public void begin(HotlineRequest request) {
        start("hotline-request", Reference.HOTLINE + request.id(), request.region());
    }

    @Override
    public void begin(ListAdjustment adjustment) {
        start("list-adjustment", Reference.ADJUSTMENT + adjustment.id(), adjustment.region());
    }

    @Override
    public void begin(Reconciliation reconciliation) {
        start(
                "platform-reconciliation",
                reconciliation.sharingNo(),
                reconciliation.region(),
                Map.of(
                        ProcessVariables.PLATFORM,
                        reconciliation.platform(),
                        ProcessVariables.SHARING_NO,
                        reconciliation.sharingNo()));
    }

    @Override
    public void begin(ExternalResult result) {
        start("external-result", Reference.RESULT + result.id(), result.region());
    }

    @Override
    public void begin(NoticeService service) {
        start("notice-delivery", Reference.SERVICE + service.id(), service.region());
    }

    @Override
    public void revocation(DisplayReview review) {
        start("repair-revocation", Reference.REVIEW + review.id(), review.region());
    }

    @Override
    public void objection(DisplayReview review) {
        start("record-objection", Reference.REVIEW + review.id(), review.region());
    }

    @Override
    public void issuance(DisplayReview review) {
        start("fulfilment-proof", Reference.REVIEW + review.id(), review.region());
    }

    @Override
    public void reassessment(DisplayReview review) {
        start("display-reassessment", Reference.REVIEW + review.id(), review.region());
    }

    @Override
    public void begin(RegionCode region, String sharingNo) {
        start("result-sharing", sharingNo, region, Map.of(ProcessVariables.SHARING_NO, sharingNo));
    }

    @Override
    public void receiptsArrived(String sharingNo, String platform) {
        server.run(
                () ->
                        runtime.createMessageCorrelation(Messages.RECEIPTS_ARRIVED + platform)
                                .processInstanceBusinessKey(sharingNo)
                                .correlateAll());
    }

    @Override
    public void announce(StateEvent event) {
        start("state-notification", Reference.STATE + event.id(), event.region());
    }

    /** A notice that could not be sent at once is sent. */
    void notice(RegionCode region, String sharingNo, String platform) {
        start(
                "message-delivery",
                sharingNo,
                region,
                Map.of(
                        ProcessVariables.SHARING_NO, sharingNo,
                        ProcessVariables.PLATFORM, platform));
    }

    /** The open limits are moved after a change of the calendar, of a region or of the nation. */
    public void begin(CalendarChange change) {
        server.run(
                () -> {
                    runtime.startProcessInstanceByKey(
                            "calendar-change", Reference.CALENDAR + change.id());
                });
    }

    private void start(String process, String businessKey, RegionCode region) {
        start(process, businessKey, region, Map.of());
    }

    private void start(
            String process, String businessKey, RegionCode region, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put(ProcessVariables.REGION, region.value());
        server.run(
                () -> {
                    runtime.startProcessInstanceByKey(process, businessKey, variables);
                });
    }
}
