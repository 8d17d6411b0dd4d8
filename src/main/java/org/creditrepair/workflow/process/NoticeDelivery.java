package org.creditrepair.workflow.process;

import java.util.List;
import java.util.Map;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.notice.message.Notice;
import org.creditrepair.notice.message.NoticeProcess;
import org.creditrepair.sharing.connection.Connectors;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.sharing.ledger.SendMessages;
import org.creditrepair.sharing.ledger.SendMessages.Message;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a notice on its way by short message, and by e-mail too where an address is known, so that
 * no case waits for it: at once after the commit, and in a process of its own where that fails.
 */
@Component
public class NoticeDelivery implements NoticeProcess {

    private final ProcessStarter processes;
    private final SendMessages messages;
    private final PushLedger ledger;
    private final Connectors connectors;
    private final ApplicationEventPublisher events;

    NoticeDelivery(
            ProcessStarter processes,
            SendMessages messages,
            PushLedger ledger,
            Connectors connectors,
            ApplicationEventPublisher events) {
        this.processes = processes;
        this.messages = messages;
        this.ledger = ledger;
        this.connectors = connectors;
        this.events = events;
    }

    /** A notice has been entered in the ledger and can be sent once this is committed. */
    public record Entered(RegionCode region, String sharingNo, String platform) {}

    /** Sends many notices on their way in one process, by short message. */
    public void startTogether(String sharingNo, List<Notice> notices) {
        for (Notice notice : notices) {
            messages.open(sharingNo, shortMessage(notice), false);
        }
        if (!notices.isEmpty()) {
            processes.notice(notices.get(0).region(), sharingNo, RegionPlatform.SMS);
        }
    }

    @Override
    public void start(Notice notice) {
        send(key(notice), shortMessage(notice));
        String email = notice.receiver().email();
        if (email != null && connectors.isServed(notice.region(), RegionPlatform.EMAIL)) {
            send(key(notice) + "-" + RegionPlatform.EMAIL, mail(notice, email));
        }
    }

    private void send(String sharingNo, Message message) {
        messages.open(sharingNo, message, true);
        events.publishEvent(new Entered(message.region(), sharingNo, message.platform()));
    }

    /** Lets a process see to a notice that could not be sent at once, unless one does already. */
    @Transactional
    public void takeOver(RegionCode region, String sharingNo, String platform) {
        if (ledger.attend(sharingNo)) {
            processes.notice(region, sharingNo, platform);
        }
    }

    private static Message shortMessage(Notice notice) {
        return new Message(
                key(notice),
                RegionPlatform.SMS,
                notice.region(),
                Map.of("mobile", notice.receiver().mobile(), "text", notice.text()));
    }

    private static Message mail(Notice notice, String email) {
        return new Message(
                key(notice),
                RegionPlatform.EMAIL,
                notice.region(),
                Map.of("email", email, "title", notice.title(), "text", notice.text()));
    }

    private static String key(Notice notice) {
        return Notice.key(notice.reference(), notice.id());
    }
}
