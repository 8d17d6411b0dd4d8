package org.creditrepair.workflow.limits;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.calendar.DeadlineText;
import org.creditrepair.catalog.ListAdjustments;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.task.Reference;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.ProcessVariables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits that models name (时限), as text in working days or as a moment. */
@Configuration(proxyBeanMethods = false)
class StageLimits {

    /** 受理时限. */
    @Bean
    StageVariable acceptanceLimit(CaseLimits limits) {
        return execution -> limits.acceptance(CaseKey.parse(execution.getProcessBusinessKey()));
    }

    /** 初审时限. */
    @Bean
    StageVariable preliminaryLimit(CaseLimits limits) {
        return execution -> limits.preliminary(region(execution), item(execution));
    }

    /** 审核决定时限. */
    @Bean
    StageVariable decisionLimit(CaseLimits limits) {
        return execution -> limits.decision(CaseKey.parse(execution.getProcessBusinessKey()));
    }

    /** 整体时限. */
    @Bean
    StageVariable wholeLimit(CaseLimits limits) {
        return execution -> limits.whole(CaseKey.parse(execution.getProcessBusinessKey()));
    }

    /** 补正期限. */
    @Bean
    StageVariable correctionLimit(CaseLimits limits) {
        return execution -> limits.correction(region(execution));
    }

    /** 同步时限. */
    @Bean
    StageVariable sharingLimit(CaseLimits limits) {
        return execution -> limits.sharing(region(execution), item(execution));
    }

    /** 陈述、申辩期限. */
    @Bean
    StageVariable statementLimit(CaseLimits limits) {
        return execution -> limits.statement(region(execution));
    }

    /** 告知书送达时限. */
    @Bean
    StageVariable serviceLimit(CaseLimits limits) {
        return execution -> limits.service(region(execution));
    }

    /** 公示复核、撤销修复、名单调整等的办理时限. */
    @Bean
    StageVariable matterLimit(CaseLimits limits) {
        return execution -> limits.matter(region(execution));
    }

    /** 会办期限: what was agreed when the opinion was asked for. */
    @Bean
    StageVariable consultationLimit(Consultations consultations) {
        return execution -> {
            Consultation asked = consultations.byId(number(Reference.CONSULTATION, execution));
            return DeadlineText.deadline(asked.asked().workingDays(), asked.region()).toString();
        };
    }

    /** 复核日: when a shielded record is to be reassessed. */
    @Bean
    StageVariable reassessmentDay(DisplayReviews reviews) {
        return execution ->
                startOf(reviews.byId(number(Reference.REVIEW, execution)).question().reviewOn());
    }

    /** 生效日: when a confirmed change of a list takes effect. */
    @Bean
    StageVariable effectiveDay(ListAdjustments adjustments) {
        return execution ->
                startOf(adjustments.byId(number(Reference.ADJUSTMENT, execution)).effectiveOn());
    }

    private static String startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static long number(String kind, DelegateExecution execution) {
        return Reference.number(kind, execution.getProcessBusinessKey());
    }

    private static RegionCode region(DelegateExecution execution) {
        return new RegionCode(execution.getTenantId());
    }

    private static String item(DelegateExecution execution) {
        return (String) execution.getVariable(ProcessVariables.ITEM);
    }
}
