package org.creditrepair.workflow.intervention;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.Violations;
import org.creditrepair.supervision.escalation.Escalation;
import org.creditrepair.supervision.escalation.Escalation.Step;
import org.creditrepair.supervision.escalation.Escalations;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Component;

/** Enters what supervisors do to a process in the record of its case, and tells the unit. */
@Component
class InterventionRecord {

    private static final int MAX_REASON = 1000;
    private static final int MAX_REFERENCE = 64;

    private final Escalations escalations;
    private final Applications applications;
    private final Catalog catalog;
    private final BusinessClock clock;

    InterventionRecord(
            Escalations escalations,
            Applications applications,
            Catalog catalog,
            BusinessClock clock) {
        this.escalations = escalations;
        this.applications = applications;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * @throws org.creditrepair.problem.RefusedException if there is no reason, or it is too long
     */
    void requireReason(String reason) {
        Violations wrong = new Violations(clock.today());
        wrong.text("reason", reason, MAX_REASON);
        wrong.refuse();
    }

    /**
     * @param reference business key of the process; of a case, or of a sharing or push of one
     * @param waiting the engine's id of what it was done to
     */
    void enter(
            RegionCode region,
            String reference,
            String waiting,
            Step step,
            String reason,
            String actor) {
        Region served = catalog.region(region);
        Optional<CaseKey> ofCase = CaseKey.leading(reference);
        String about =
                ofCase.map(CaseKey::toString)
                        .orElseGet(() -> StringUtils.truncate(reference, MAX_REFERENCE));
        CaseItem item = ofCase.map(applications::item).orElse(null);
        String group =
                served.unit(item == null ? served.creditOffice() : item.unit()).group(region);
        escalations.enter(
                new Escalation(
                        new Escalation.Waiting(
                                region,
                                about,
                                StringUtils.truncate(waiting, MAX_REFERENCE),
                                item == null ? Stage.SHARING : stage(item),
                                group,
                                null),
                        step,
                        UUID.randomUUID().toString(),
                        reason.strip(),
                        actor,
                        clock.now()),
                List.of(group),
                about + " " + step.text() + "：" + reason.strip());
    }

    private static Stage stage(CaseItem item) {
        return item.stages().isEmpty()
                ? Stage.SHARING
                : item.stages().get(item.stages().size() - 1).stage();
    }
}
