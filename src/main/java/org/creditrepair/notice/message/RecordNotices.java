package org.creditrepair.notice.message;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.document.MessageKind;
import org.creditrepair.notice.message.Notice.Receiver;
import org.creditrepair.notice.message.NoticeRegister.About;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.registry.review.DisplayReview;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Words notices about a record to its subject, and enters them in the register of notices. */
@Service
public class RecordNotices {

    private final RecordRegister register;
    private final Catalog catalog;
    private final MessageTexts texts;
    private final NoticeRegister notices;
    private final ReminderRefusals refusals;

    RecordNotices(
            RecordRegister register,
            Catalog catalog,
            MessageTexts texts,
            NoticeRegister notices,
            ReminderRefusals refusals) {
        this.register = register;
        this.catalog = catalog;
        this.texts = texts;
        this.notices = notices;
        this.refusals = refusals;
    }

    /**
     * Tells a subject that the display of its record is in question, or what was decided about it;
     * nothing where nobody knows how to reach it.
     */
    @Transactional
    public Optional<Notice> ofReview(DisplayReview review) {
        DishonestyRecord record = register.find(review.region(), review.recordNo()).orElseThrow();
        String path = catalog.item(review.region(), record.item()).path();
        String kind =
                review.question().kind() + (review.outcome() == null ? "" : "_" + review.outcome());
        return issue(
                record,
                "review-" + review.id(),
                kind,
                review.mobile(),
                ReviewMessages.kind(review),
                ReviewMessages.values(review, Remedies.on(path, record.decision().authority())));
    }

    /**
     * Reminds a subject that it may soon apply for a repair (修复提醒); nothing where it wants no
     * reminders, or nobody knows how to reach it.
     */
    @Transactional
    public Optional<Notice> reminder(DishonestyRecord record) {
        String mobile = record.party().mobile();
        if (mobile != null && !refusals.isReminded(record.region(), mobile)) {
            return Optional.empty();
        }
        return issue(
                record,
                record.region() + "-" + record.recordNo(),
                MessageKind.REMINDER.name(),
                mobile,
                MessageKind.REMINDER,
                Map.of("from", record.display().period().repairableFrom()));
    }

    private Optional<Notice> issue(
            DishonestyRecord record,
            String reference,
            String entered,
            @Nullable String mobile,
            MessageKind kind,
            Map<String, Object> more) {
        if (mobile == null) {
            return Optional.empty();
        }
        Map<String, Object> values = new HashMap<>(more);
        values.put("subject", record.party().subject().name());
        values.put("record", record.recordNo());
        String text = texts.text(record.region(), kind, values);
        Receiver receiver = new Receiver(mobile, null);
        long id = notices.enter(About.record(record.recordNo()), entered, text, receiver);
        return Optional.of(
                new Notice(id, reference, record.region(), receiver, kind.title(), text));
    }
}
