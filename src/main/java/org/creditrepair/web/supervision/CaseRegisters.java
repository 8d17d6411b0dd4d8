package org.creditrepair.web.supervision;

import java.util.List;
import java.util.Map;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.notice.message.SentNotice;
import org.creditrepair.notice.message.SentNotices;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.sharing.ledger.SendMessages;
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
    private final SendMessages messages;
    private final SupervisionViewMapper views;

    CaseRegisters(
            PushLedger ledger,
            Escalations escalations,
            Consultations consultations,
            SentNotices notices,
            SendMessages messages,
            SupervisionViewMapper views) {
        this.ledger = ledger;
        this.escalations = escalations;
        this.consultations = consultations;
        this.notices = notices;
        this.messages = messages;
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
                told(item, region),
                region,
                today);
    }

    /** What the applicant was told, and how far each message has come. */
    private List<CaseViews.NoticeView> told(CaseItem item, Region region) {
        List<SentNotice> sent = notices.about(item.key());
        Map<String, List<Push>> deliveries =
                messages.deliveries(region.code(), sent.stream().map(SentNotice::key).toList());
        return sent.stream()
                .map(
                        one ->
                                views.notice(
                                        one, deliveries.getOrDefault(one.key(), List.of()), region))
                .toList();
    }
}
