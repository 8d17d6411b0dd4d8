package org.creditrepair.web.registry;

import java.util.stream.Collectors;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.ListAdjustment;
import org.creditrepair.catalog.ListAdjustments;
import org.creditrepair.catalog.model.RegionCode;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.hotline.Hotline;
import org.creditrepair.hotline.HotlineRequest;
import org.creditrepair.reconciliation.Reconciliation;
import org.creditrepair.reconciliation.Reconciliations;
import org.creditrepair.registry.recognition.ExternalResult;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.task.Reference;
import org.creditrepair.workflow.tasks.CaseSheet;
import org.creditrepair.workflow.tasks.MatterSheet;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders what is to be decided or answered beside the cases of applications. */
@Component
class RenderedMatterSheet implements MatterSheet {

    private final DisplayReviews reviews;
    private final ListAdjustments adjustments;
    private final ExternalResults results;
    private final Hotline hotline;
    private final RecordRegister register;
    private final Catalog catalog;
    private final BusinessClock clock;
    private final ITemplateEngine templates;
    private final Reconciliations reconciliations;
    private final Consultations consultations;
    private final CaseSheet cases;

    RenderedMatterSheet(
            DisplayReviews reviews,
            ListAdjustments adjustments,
            ExternalResults results,
            Hotline hotline,
            RecordRegister register,
            Catalog catalog,
            BusinessClock clock,
            ITemplateEngine templates,
            Reconciliations reconciliations,
            Consultations consultations,
            CaseSheet cases) {
        this.consultations = consultations;
        this.cases = cases;
        this.reconciliations = reconciliations;
        this.reviews = reviews;
        this.adjustments = adjustments;
        this.results = results;
        this.hotline = hotline;
        this.register = register;
        this.catalog = catalog;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public String render(RegionCode region, String reference) {
        Context model = new Context();
        String template = fill(model, region, reference);
        return templates
                .process(template, model)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining());
    }

    /** Fills the model of the reference's kind and names its template. */
    private String fill(Context model, RegionCode region, String reference) {
        String prefix = reference.substring(0, reference.indexOf('-') + 1);
        long id = Reference.number(prefix, reference);
        return switch (prefix) {
            case Reference.ADJUSTMENT -> {
                ListAdjustment adjustment = adjustments.byId(id);
                require(region, adjustment.region());
                model.setVariable("adjustment", adjustment);
                yield "adjustment-sheet";
            }
            case Reference.RESULT -> {
                ExternalResult result = results.byId(id);
                require(region, result.region());
                result(model, result);
                yield "result-sheet";
            }
            case Reference.RECONCILIATION -> {
                Reconciliation reconciliation = reconciliations.byId(id);
                require(region, reconciliation.region());
                reconciliation(model, reconciliation);
                yield "reconciliation-sheet";
            }
            case Reference.CONSULTATION -> {
                Consultation asked = consultations.byId(id);
                require(region, asked.region());
                consultation(model, asked);
                yield "consultation-sheet";
            }
            case Reference.HOTLINE -> {
                HotlineRequest request = hotline.byId(id);
                require(region, request.region());
                model.setVariable("request", request);
                yield "hotline-sheet";
            }
            case Reference.REVIEW -> {
                DisplayReview review = reviews.byId(id);
                require(region, review.region());
                review(model, review);
                yield "review-sheet";
            }
            default -> throw new IllegalStateException("未知的办理依据：" + reference);
        };
    }

    private static void require(RegionCode region, RegionCode own) {
        if (!own.equals(region)) {
            throw new IllegalStateException("不属于办理地区 " + region);
        }
    }

    private void reconciliation(Context model, Reconciliation reconciliation) {
        model.setVariable("reconciliation", reconciliation);
        model.setVariable("unknown", reconciliations.newlyUnknown(reconciliation.id()));
        model.setVariable(
                "platform",
                catalog.region(reconciliation.region().value())
                        .platform(reconciliation.platform())
                        .orElseThrow()
                        .name());
    }

    private void consultation(Context model, Consultation asked) {
        model.setVariable("asked", asked);
        model.setVariable(
                "sheet",
                CaseKey.isWellFormed(asked.reference())
                        ? cases.render(asked.region(), CaseKey.parse(asked.reference()))
                        : "");
    }

    private void review(Context model, DisplayReview review) {
        model.setVariable("review", review);
        record(model, review.region(), review.recordNo());
    }

    private void result(Context model, ExternalResult result) {
        model.setVariable("result", result);
        record(model, result.region(), result.recordNo());
    }

    private void record(Context model, RegionCode region, String recordNo) {
        DishonestyRecord record = register.find(region, recordNo).orElseThrow();
        model.setVariable("record", record);
        model.setVariable("repairItem", catalog.item(region.value(), record.item()));
        model.setVariable("state", record.stateOn(clock.today()));
        model.setVariable("history", register.historyOf(region, recordNo));
    }
}
