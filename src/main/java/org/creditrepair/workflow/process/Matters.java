package org.creditrepair.workflow.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.sharing.ledger.ShareRecords;
import org.creditrepair.task.Reference;
import org.springframework.stereotype.Component;

/** Starts the processes about the display of records that are not cases of an application. */
@Component
public class Matters {

    private static final String REASSESSMENT = "display-reassessment";
    private static final String SHARING = "result-sharing";

    private final RuntimeService runtime;
    private final DisplayReviews reviews;
    private final ShareRecords share;
    private final Catalog catalog;

    Matters(RuntimeService runtime, DisplayReviews reviews, ShareRecords share, Catalog catalog) {
        this.catalog = catalog;
        this.runtime = runtime;
        this.reviews = reviews;
        this.share = share;
    }

    /** The shielded record of a case is reassessed when its time is up (暂停公示期届满). */
    public void reassessAfterShield(CaseFile file, CaseItem item) {
        LocalDate day = item.shieldUntil();
        reassess(
                reviews.afterShield(
                        file.region(),
                        item.recordNo(),
                        day,
                        file.contact().mobile(),
                        item.key().toString()));
    }

    /** A record at its longest term with its obligations not met is put before a person. */
    public void reassessAtFullTerm(DishonestyRecord record) {
        reassess(reviews.atFullTerm(record));
    }

    private void reassess(DisplayReview review) {
        runtime.startProcessInstanceByKey(
                REASSESSMENT,
                Reference.REVIEW + review.id(),
                Map.of(Variables.REGION, review.region().value()));
    }

    /** Has every platform told of records, in a process of its own that nobody waits for. */
    public void shareApart(String sharingNo, PlatformEvent event, List<DishonestyRecord> records) {
        share.announce(sharingNo, event, sharingNo, records.get(0).region(), records);
        startSharing(sharingNo, records.get(0).region().value());
    }

    /**
     * The national site is handed a case, in a process of its own that the case does not wait for.
     */
    public void handInNationally(String caseKey, DishonestyRecord record) {
        String sharingNo = caseKey + "-" + PlatformEvent.HANDED_IN;
        share.handIn(sharingNo, caseKey, record);
        startSharing(sharingNo, record.region().value());
    }

    /** The platforms that gather whole cases are told of one (办件归集). */
    public void gather(CaseFile file) {
        String sharingNo = file.applicationNo() + "-" + PlatformEvent.CASE;
        if (share.gather(
                sharingNo, file.applicationNo(), file.region(), GatheredCase.of(file, catalog))) {
            startSharing(sharingNo, file.region().value());
        }
    }

    private void startSharing(String sharingNo, String region) {
        runtime.startProcessInstanceByKey(
                SHARING,
                sharingNo,
                Map.of(Variables.REGION, region, Variables.SHARING_NO, sharingNo));
    }
}
