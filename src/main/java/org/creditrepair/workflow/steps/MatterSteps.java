package org.creditrepair.workflow.steps;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.application.progress.ItemProgress;
import org.creditrepair.catalog.ListAdjustment;
import org.creditrepair.catalog.ListAdjustments;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.hotline.Hotline;
import org.creditrepair.hotline.HotlineRequest;
import org.creditrepair.notice.message.IssueNotice;
import org.creditrepair.notice.message.RecordNotices;
import org.creditrepair.registry.collection.RecordCorrections;
import org.creditrepair.registry.recognition.ExternalResult;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.sharing.ledger.Announcement;
import org.creditrepair.sharing.ledger.ShareRecords;
import org.creditrepair.supervision.escalation.StaffMessages;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.Reference;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.NoticeDelivery;
import org.creditrepair.workflow.process.ProcessVariables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of the processes about displays and lists, one bean each. */
@Configuration(proxyBeanMethods = false)
class MatterSteps {

    /** 告知拟撤销、告知复核结果. */
    @Bean
    JavaDelegate notifySubject(
            DisplayReviews reviews, RecordNotices notices, NoticeDelivery delivery) {
        return execution ->
                notices.ofReview(reviews.byId(number(execution, Reference.REVIEW)))
                        .ifPresent(delivery::start);
    }

    /** 撤销修复，恢复公示. */
    @Bean
    JavaDelegate revokeRepair(
            DisplayReviews reviews,
            RecordRegister register,
            ItemProgress progress,
            ShareRecords share) {
        return execution -> {
            DisplayReview review = decided(reviews, execution, Outcome.REVOKE);
            progress.revoked(review.region(), review.recordNo());
            announce(
                    execution,
                    share,
                    PlatformEvent.REVOKED,
                    register.revoke(review.region(), review.recordNo(), reference(review)));
        };
    }

    /** 恢复公示. */
    @Bean
    JavaDelegate restoreDisplay(
            DisplayReviews reviews, RecordRegister register, ShareRecords share) {
        return execution -> {
            DisplayReview review = decided(reviews, execution, Outcome.CONTINUE);
            announce(
                    execution,
                    share,
                    PlatformEvent.RESTORED,
                    register.restore(review.region(), review.recordNo(), reference(review)));
        };
    }

    /** 终止公示. */
    @Bean
    JavaDelegate endReviewedDisplay(
            DisplayReviews reviews, RecordRegister register, ShareRecords share) {
        return execution -> {
            DisplayReview review = decided(reviews, execution, Outcome.END);
            boolean repaired = review.question().kind() == DisplayReview.Kind.SHIELD_ENDED;
            List<DishonestyRecord> ended =
                    register.endDisplay(
                            review.region(),
                            review.recordNo(),
                            repaired ? RecordState.REPAIRED : RecordState.EXPIRED,
                            reference(review));
            announce(
                    execution,
                    share,
                    repaired ? PlatformEvent.endOf(ended.get(0).category()) : PlatformEvent.EXPIRED,
                    ended);
        };
    }

    /** 核对外部结果. */
    @Bean
    JavaDelegate checkResult(ExternalResults results) {
        return execution ->
                execution.setVariable(
                        ProcessVariables.RESULT_VERDICT,
                        results.judge(number(execution, Reference.RESULT)).name());
    }

    /** 采信外部结果: every other platform is to be told. */
    @Bean
    JavaDelegate applyResult(
            ExternalResults results, RecordCorrections corrections, ShareRecords share) {
        return execution -> {
            ExternalResult result =
                    results.toBeApplied(number(execution, Reference.RESULT), region(execution));
            List<DishonestyRecord> changed =
                    result.decision().event() == ExternalResult.Event.CORRECTED
                            ? List.of(corrections.apply(result))
                            : results.apply(result);
            PlatformEvent event = event(result, changed.get(0));
            String sharingNo = execution.getProcessBusinessKey() + "-" + event;
            share.announce(
                    new Announcement(
                            sharingNo,
                            event,
                            execution.getProcessBusinessKey(),
                            changed,
                            result.platform(),
                            event == PlatformEvent.ANNULLED
                                    ? Map.of("reason", Objects.requireNonNull(result.content()))
                                    : Map.of(),
                            null));
            execution.setVariable(ProcessVariables.SHARING_NO, sharingNo);
        };
    }

    /** 名单调整生效. */
    @Bean
    JavaDelegate putAdjustmentInForce(ListAdjustments adjustments) {
        return execution ->
                adjustments.putInForce(number(execution, Reference.ADJUSTMENT), region(execution));
    }

    /** 退回名单调整: whoever filed it is told why. */
    @Bean
    JavaDelegate returnAdjustment(ListAdjustments adjustments, StaffMessages messages) {
        return execution -> {
            ListAdjustment returned = adjustments.byId(number(execution, Reference.ADJUSTMENT));
            messages.send(
                    returned.region(),
                    List.of(returned.filedBy()),
                    Stage.CONFIRMATION.text(),
                    execution.getProcessBusinessKey(),
                    returned.item().name() + "的调整已被退回：" + returned.remark());
        };
    }

    /** 告知热线答复. */
    @Bean
    JavaDelegate notifyAnswer(Hotline hotline, IssueNotice notices, NoticeDelivery delivery) {
        return execution -> {
            HotlineRequest request = hotline.byId(number(execution, Reference.HOTLINE));
            delivery.start(
                    notices.toCaller(
                            request.region(),
                            execution.getProcessBusinessKey(),
                            request.caller().mobile(),
                            request.caller().name()
                                    + "：您的"
                                    + request.type().text()
                                    + "已答复："
                                    + request.answered().answer()));
        };
    }

    /** 送回会办意见. */
    @Bean
    JavaDelegate returnOpinion(Consultations consultations, StaffMessages messages) {
        return execution -> {
            Consultation given = consultations.byId(number(execution, Reference.CONSULTATION));
            messages.send(
                    given.region(),
                    List.of(given.asked().askedBy(), given.asked().askingGroup()),
                    Stage.OPINION.text(),
                    given.reference(),
                    given.reference() + " 会办意见已送回：" + given.given().opinion());
        };
    }

    private static void announce(
            DelegateExecution execution,
            ShareRecords share,
            PlatformEvent event,
            List<DishonestyRecord> records) {
        String sharingNo = execution.getProcessBusinessKey() + "-" + event;
        share.announce(new Announcement(sharingNo, event, sharingNo, records));
        execution.setVariable(ProcessVariables.SHARING_NO, sharingNo);
    }

    private static String reference(DisplayReview review) {
        return Reference.REVIEW + review.id();
    }

    /** What every other platform is told of a result that is applied. */
    private static PlatformEvent event(ExternalResult result, DishonestyRecord record) {
        return switch (result.decision().event()) {
            case LISTED -> PlatformEvent.RESTORED;
            case REPAIRED, REMOVED -> PlatformEvent.endOf(record.category());
            case ANNULLED -> PlatformEvent.ANNULLED;
            case CORRECTED ->
                    record.display().state() == RecordState.DISPLAYED
                            ? PlatformEvent.LISTED
                            : PlatformEvent.EXPIRED;
        };
    }

    private static DisplayReview decided(
            DisplayReviews reviews, DelegateExecution execution, Outcome outcome) {
        return reviews.decided(number(execution, Reference.REVIEW), region(execution), outcome);
    }

    private static RegionCode region(DelegateExecution execution) {
        return new RegionCode(execution.getTenantId());
    }

    private static long number(DelegateExecution execution, String prefix) {
        return Reference.number(prefix, execution.getProcessBusinessKey());
    }
}
