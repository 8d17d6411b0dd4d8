package org.creditrepair.workflow.limits;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.hotline.Hotline;
import org.creditrepair.hotline.HotlineRequest;
import org.creditrepair.notice.serving.NoticeService;
import org.creditrepair.notice.serving.NoticeServices;
import org.creditrepair.registry.recognition.ExternalResult;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.task.Reference;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine groups that do the human tasks, as models name them. */
@Configuration(proxyBeanMethods = false)
class StageGroups {

    /** 认定单位: the unit that reviews a case. */
    @Bean
    StageVariable reviewGroup(ResponsibleGroups groups) {
        return execution -> groups.ofCase(execution.getProcessBusinessKey());
    }

    /** 初审单位. */
    @Bean
    StageVariable preliminaryGroup(ResponsibleGroups groups) {
        return execution -> groups.preliminary(execution.getProcessBusinessKey()).orElseThrow();
    }

    /** The unit that decides about the display of a record. */
    @Bean
    StageVariable displayGroup(DisplayReviews reviews, ResponsibleGroups groups) {
        return execution -> {
            DisplayReview review = reviews.byId(number(Reference.REVIEW, execution));
            return groups.ofRecord(review.region(), review.recordNo());
        };
    }

    /** 处罚单位: the unit that made the decision of a record. */
    @Bean
    StageVariable punishingGroup(DisplayReviews reviews, ResponsibleGroups groups) {
        return execution -> {
            DisplayReview review = reviews.byId(number(Reference.REVIEW, execution));
            return groups.ofPunisher(review.region(), review.recordNo());
        };
    }

    /** 送达单位: the unit that serves the notice of its decision. */
    @Bean
    StageVariable servingGroup(NoticeServices services, ResponsibleGroups groups) {
        return execution -> {
            NoticeService service = services.byId(number(Reference.SERVICE, execution));
            return groups.ofUnit(service.region(), service.unit());
        };
    }

    /** The unit that a doubtful result from elsewhere is put before. */
    @Bean
    StageVariable arbitrationGroup(ExternalResults results, ResponsibleGroups groups) {
        return execution -> {
            ExternalResult result = results.byId(number(Reference.RESULT, execution));
            return groups.ofRecord(result.region(), result.recordNo());
        };
    }

    /** The unit that answers a hotline request. */
    @Bean
    StageVariable hotlineGroup(Hotline hotline, ResponsibleGroups groups) {
        return execution -> {
            HotlineRequest request = hotline.byId(number(Reference.HOTLINE, execution));
            return groups.ofUnit(request.region(), request.unit());
        };
    }

    /** 会办单位: the unit whose opinion is asked for. */
    @Bean
    StageVariable consultedGroup(Consultations consultations, ResponsibleGroups groups) {
        return execution -> {
            Consultation asked = consultations.byId(number(Reference.CONSULTATION, execution));
            return groups.ofUnit(asked.region(), asked.unit());
        };
    }

    /** 社会信用体系建设牵头部门: the region's credit office. */
    @Bean
    StageVariable creditOffice(ResponsibleGroups groups) {
        return execution -> groups.creditOffice(new RegionCode(execution.getTenantId()));
    }

    private static long number(String kind, DelegateExecution execution) {
        return Reference.number(kind, execution.getProcessBusinessKey());
    }
}
