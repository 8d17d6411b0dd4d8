package org.creditrepair.web;

import java.util.stream.Collectors;
import org.creditrepair.application.CaseKey;
import org.creditrepair.application.Consultation;
import org.creditrepair.application.Consultations;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.ListAdjustments;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.hotline.Hotline;
import org.creditrepair.registry.DishonestyRecord;
import org.creditrepair.registry.DisplayReview;
import org.creditrepair.registry.DisplayReviews;
import org.creditrepair.registry.ExternalResult;
import org.creditrepair.registry.ExternalResults;
import org.creditrepair.registry.RecordRegister;
import org.creditrepair.sharing.Reconciliation;
import org.creditrepair.sharing.Reconciliations;
import org.creditrepair.workflow.CaseSheet;
import org.creditrepair.workflow.MatterSheet;
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
    public String render(String process, long matterId) {
        Context model = new Context();
        String template =
                switch (process) {
                    case "list-adjustment" -> {
                        model.setVariable("adjustment", adjustments.byId(matterId));
                        yield "adjustment-sheet";
                    }
                    case "external-result" -> {
                        result(model, results.byId(matterId));
                        yield "result-sheet";
                    }
                    case "platform-reconciliation" -> {
                        Reconciliation reconciliation = reconciliations.byId(matterId);
                        model.setVariable("reconciliation", reconciliation);
                        model.setVariable("unknown", reconciliations.newlyUnknown(matterId));
                        model.setVariable(
                                "platform",
                                catalog.region(reconciliation.region().value())
                                        .platform(reconciliation.platform())
                                        .orElseThrow()
                                        .name());
                        yield "reconciliation-sheet";
                    }
                    case "consultation" -> {
                        consultation(model, consultations.byId(matterId));
                        yield "consultation-sheet";
                    }
                    case "hotline-request" -> {
                        model.setVariable("request", hotline.byId(matterId));
                        yield "hotline-sheet";
                    }
                    default -> {
                        review(model, reviews.byId(matterId));
                        yield "review-sheet";
                    }
                };
        return templates
                .process(template, model)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining());
    }

    private void consultation(Context model, Consultation asked) {
        model.setVariable("asked", asked);
        model.setVariable(
                "sheet",
                CaseKey.isWellFormed(asked.reference())
                        ? cases.render(CaseKey.parse(asked.reference()))
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
