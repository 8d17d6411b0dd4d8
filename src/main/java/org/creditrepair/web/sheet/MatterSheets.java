package org.creditrepair.web.sheet;

import java.util.HashMap;
import java.util.Map;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.ListAdjustment;
import org.creditrepair.catalog.ListAdjustments;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.hotline.Hotline;
import org.creditrepair.hotline.HotlineRequest;
import org.creditrepair.notice.serving.NoticeService;
import org.creditrepair.notice.serving.NoticeServices;
import org.creditrepair.reconciliation.Reconciliation;
import org.creditrepair.reconciliation.Reconciliations;
import org.creditrepair.registry.recognition.ExternalResult;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.task.Reference;
import org.creditrepair.web.sheet.MatterFacts.Facts;
import org.creditrepair.workflow.tasks.CaseSheet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How each kind of matter is shown. */
@Configuration(proxyBeanMethods = false)
class MatterSheets {

    @Bean
    MatterFacts adjustment(ListAdjustments adjustments) {
        return new MatterFacts(
                Reference.ADJUSTMENT,
                "adjustment-sheet",
                id -> {
                    ListAdjustment adjustment = adjustments.byId(id);
                    return new Facts(adjustment.region(), Map.of("adjustment", adjustment));
                });
    }

    @Bean
    MatterFacts result(ExternalResults results, RecordFacts records, Catalog catalog) {
        return new MatterFacts(
                Reference.RESULT,
                "result-sheet",
                id -> {
                    ExternalResult result = results.byId(id);
                    Map<String, Object> model = records.model(result.region(), result.recordNo());
                    model.put("result", result);
                    model.put(
                            "platform",
                            catalog.region(result.region())
                                    .platform(result.platform())
                                    .map(RegionPlatform::name)
                                    .orElse("认定单位"));
                    return new Facts(result.region(), model);
                });
    }

    @Bean
    MatterFacts review(DisplayReviews reviews, RecordFacts records) {
        return new MatterFacts(
                Reference.REVIEW,
                "review-sheet",
                id -> {
                    DisplayReview review = reviews.byId(id);
                    Map<String, Object> model = records.model(review.region(), review.recordNo());
                    model.put("review", review);
                    return new Facts(review.region(), model);
                });
    }

    @Bean
    MatterFacts noticeService(NoticeServices services, RecordFacts records, Catalog catalog) {
        return new MatterFacts(
                Reference.SERVICE,
                "service-sheet",
                id -> {
                    NoticeService service = services.byId(id);
                    Map<String, Object> model = records.model(service.region(), service.recordNo());
                    Region region = catalog.region(service.region());
                    model.put("service", service);
                    model.put("unit", region.unit(service.unit()).name());
                    model.put("together", region.common().repairNotice().together());
                    return new Facts(service.region(), model);
                });
    }

    @Bean
    MatterFacts reconciliation(Reconciliations reconciliations, Catalog catalog) {
        return new MatterFacts(
                Reference.RECONCILIATION,
                "reconciliation-sheet",
                id -> {
                    Reconciliation found = reconciliations.byId(id);
                    Map<String, Object> model = new HashMap<>();
                    model.put("reconciliation", found);
                    model.put("unknown", reconciliations.newlyUnknown(id));
                    model.put(
                            "platform",
                            catalog.region(found.region())
                                    .platform(found.platform())
                                    .orElseThrow()
                                    .name());
                    return new Facts(found.region(), model);
                });
    }

    @Bean
    MatterFacts consultation(Consultations consultations, CaseSheet cases) {
        return new MatterFacts(
                Reference.CONSULTATION,
                "consultation-sheet",
                id -> {
                    Consultation asked = consultations.byId(id);
                    String sheet =
                            CaseKey.isWellFormed(asked.reference())
                                    ? cases.render(asked.region(), CaseKey.parse(asked.reference()))
                                    : "";
                    return new Facts(asked.region(), Map.of("asked", asked, "sheet", sheet));
                });
    }

    @Bean
    MatterFacts hotlineRequest(Hotline hotline) {
        return new MatterFacts(
                Reference.HOTLINE,
                "hotline-sheet",
                id -> {
                    HotlineRequest request = hotline.byId(id);
                    return new Facts(request.region(), Map.of("request", request));
                });
    }
}
