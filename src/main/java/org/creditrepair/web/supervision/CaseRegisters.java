package org.creditrepair.web.supervision;

import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.notice.message.SentNotices;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.supervision.escalation.Escalations;
import org.creditrepair.web.application.CaseViews;
import org.creditrepair.web.mapping.Today;
import org.springframework.stereotype.Component;

/** A case as supervisors see it: with its pushes, their own acts, consultations and messages. */
@Component
class CaseRegisters {

    private final PushLedger ledger;
    private final Escalations escalations;
    private final Consultations consultations;
    private final SentNotices notices;
    private final SupervisionViewMapper views;

    CaseRegisters(
            PushLedger ledger,
            Escalations escalations,
            Consultations consultations,
            SentNotices notices,
            SupervisionViewMapper views) {
        this.ledger = ledger;
        this.escalations = escalations;
        this.consultations = consultations;
        this.notices = notices;
        this.views = views;
    }

    CaseViews.CaseView view(CaseFile file, CaseItem item, Region region, Today today) {
        String key = item.key().toString();
        return views.caseView(
                file,
                item,
                ledger.about(key),
                escalations.about(region.code(), key),
                consultations.about(region.code(), key),
                notices.about(item.key()),
                region,
                today);
    }
}
