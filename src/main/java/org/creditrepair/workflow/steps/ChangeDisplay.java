package org.creditrepair.workflow.steps;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.CourtMeasure;
import org.creditrepair.application.progress.ItemProgress;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.notice.Commitments;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.sharing.ledger.Announcement;
import org.creditrepair.sharing.ledger.ShareRecords;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.limits.CaseLimits;
import org.creditrepair.workflow.process.ProcessVariables;
import org.springframework.stereotype.Component;

/**
 * A repair takes effect on the record's display, and every platform is to be told; only of a case
 * that stands decided so in the tables.
 */
@Component
class ChangeDisplay {

    private final ItemProgress progress;
    private final RecordRegister register;
    private final ShareRecords share;
    private final CaseLimits limits;
    private final DisplayReviews reviews;
    private final Commitments commitments;

    ChangeDisplay(
            ItemProgress progress,
            RecordRegister register,
            ShareRecords share,
            CaseLimits limits,
            DisplayReviews reviews,
            Commitments commitments) {
        this.commitments = commitments;
        this.progress = progress;
        this.register = register;
        this.share = share;
        this.limits = limits;
        this.reviews = reviews;
    }

    /** The longest term of the record is over: it goes off display for that reason. */
    void expire(CaseKey key, DelegateExecution execution) {
        CaseFile file = progress.decided(key, new RegionCode(execution.getTenantId()));
        CaseItem item = file.item(key.itemNo());
        share(file, item, end(file, item, RecordState.EXPIRED), PlatformEvent.EXPIRED, execution);
    }

    void apply(CaseKey key, CourtMeasure measure, DelegateExecution execution) {
        CaseFile file = progress.decided(key, new RegionCode(execution.getTenantId()));
        CaseItem item = file.item(key.itemNo());
        List<DishonestyRecord> changed =
                switch (measure) {
                    case DELETE -> end(file, item, RecordState.REPAIRED);
                    case SHIELD -> end(file, item, RecordState.SHIELDED);
                    case SHORTEN ->
                            List.of(
                                    register.shorten(
                                            file.region(),
                                            item.recordNo(),
                                            item.request().shortenTo(),
                                            key.toString()));
                };
        if (measure == CourtMeasure.SHIELD && item.request().shieldUntil() != null) {
            reviews.reassessAfterShield(
                    file.region(),
                    item.recordNo(),
                    item.request().shieldUntil(),
                    file.applicant().contact().mobile(),
                    key.toString());
        }
        share(file, item, changed, event(measure, changed), execution);
    }

    private void share(
            CaseFile file,
            CaseItem item,
            List<DishonestyRecord> changed,
            PlatformEvent event,
            DelegateExecution execution) {
        CaseKey key = item.key();
        progress.beginSharing(key, limits.sharingEnd(file.region(), item.itemCode()));
        String sharingNo = key + "-" + event;
        share.announce(
                new Announcement(
                        sharingNo,
                        event,
                        key.toString(),
                        changed,
                        null,
                        Map.of(),
                        commitments.of(file, item).orElse(null)));
        execution.setVariable(ProcessVariables.SHARING_NO, sharingNo);
    }

    private List<DishonestyRecord> end(CaseFile file, CaseItem item, RecordState state) {
        return register.endDisplay(file.region(), item.recordNo(), state, item.key().toString());
    }

    private static PlatformEvent event(CourtMeasure measure, List<DishonestyRecord> changed) {
        return switch (measure) {
            case DELETE -> PlatformEvent.endOf(changed.get(0).category());
            case SHIELD -> PlatformEvent.SHIELDED;
            case SHORTEN -> PlatformEvent.SHORTENED;
        };
    }
}
