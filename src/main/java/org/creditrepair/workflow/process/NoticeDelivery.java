package org.creditrepair.workflow.process;

import java.util.List;
import org.creditrepair.notice.Notice;
import org.creditrepair.notice.NoticeProcess;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.sharing.ledger.ShareRecords;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a notice on its way, so that no case waits for it: at once after the commit, and in a
 * process of its own where that fails.
 */
@Component
public class NoticeDelivery implements NoticeProcess {

    private final ProcessStarter processes;
    private final ShareRecords share;
    private final PushLedger ledger;
    private final ApplicationEventPublisher events;

    NoticeDelivery(
            ProcessStarter processes,
            ShareRecords share,
            PushLedger ledger,
            ApplicationEventPublisher events) {
        this.processes = processes;
        this.share = share;
        this.ledger = ledger;
        this.events = events;
    }

    /** A notice has been entered in the ledger and can be sent once this is committed. */
    public record Entered(RegionCode region, String sharingNo) {}

    /** Sends many notices on their way in one process. */
    public void startTogether(String sharingNo, List<Notice> notices) {
        for (Notice notice : notices) {
            enter(sharingNo, notice, false);
        }
        if (!notices.isEmpty()) {
            processes.notice(notices.get(0).region(), sharingNo);
        }
    }

    @Override
    public void start(Notice notice) {
        String sharingNo = key(notice);
        enter(sharingNo, notice, true);
        events.publishEvent(new Entered(notice.region(), sharingNo));
    }

    /** Lets a process see to a notice that could not be sent at once, unless one does already. */
    @Transactional
    public void takeOver(RegionCode region, String sharingNo) {
        if (ledger.attend(sharingNo)) {
            processes.notice(region, sharingNo);
        }
    }

    private void enter(String sharingNo, Notice notice, boolean unattended) {
        share.message(
                sharingNo,
                key(notice),
                notice.region(),
                notice.mobile(),
                notice.text(),
                unattended);
    }

    private static String key(Notice notice) {
        return notice.reference() + "-notice-" + notice.id();
    }
}
