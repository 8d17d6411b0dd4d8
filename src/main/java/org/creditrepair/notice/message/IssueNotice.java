package org.creditrepair.notice.message;

import java.util.HashMap;
import java.util.Map;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.CourtMeasure;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.application.progress.ReviewModes;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.document.MessageKind;
import org.creditrepair.notice.message.Notice.Receiver;
import org.creditrepair.notice.message.NoticeRegister.About;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Words a notice by how the case stands and enters it in the register of notices. */
@Service
public class IssueNotice {

    private static final String CODE = "CODE";
    private static final String KEPT_BACK = "（略）";

    private final Applications applications;
    private final Catalog catalog;
    private final ReviewModes modes;
    private final MessageTexts texts;
    private final NoticeRegister notices;

    public IssueNotice(
            Applications applications,
            Catalog catalog,
            ReviewModes modes,
            MessageTexts texts,
            NoticeRegister notices) {
        this.applications = applications;
        this.catalog = catalog;
        this.modes = modes;
        this.texts = texts;
        this.notices = notices;
    }

    /**
     * Tells how an item stands: correction demanded, accepted, repaired, or ended otherwise and
     * why.
     */
    @Transactional
    public Notice ofItem(CaseKey key) {
        CaseFile file = applications.byNumber(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        String path = catalog.item(file.region(), item.itemCode()).path();
        String unit = catalog.region(file.region()).unit(item.unit()).name();
        Map<String, Object> values = values(file, item);
        values.put("remark", lastRemark(item));
        values.put("measure", measured(modes.measure(key)));
        values.put("reason", item.state().resultReason());
        values.put("remedy", Remedies.on(path, unit));
        return issue(file, key.itemNo(), key.toString(), kind(item.state()), values);
    }

    /** Reminds an applicant of a correction that lapses soon (补正将到期提醒). */
    @Transactional
    public Notice ofLapsingCorrection(CaseKey key) {
        CaseFile file = applications.byNumber(key.applicationNo());
        return issue(
                file,
                key.itemNo(),
                key.toString(),
                MessageKind.CORRECTION_LAPSES,
                values(file, file.item(key.itemNo())));
    }

    private static Map<String, Object> values(CaseFile file, CaseItem item) {
        Map<String, Object> values = new HashMap<>();
        values.put("subject", file.applicant().subject().name());
        values.put("record", item.recordNo());
        values.put("code", file.progressCode());
        item.correctionUntil().ifPresent(day -> values.put("until", day));
        return values;
    }

    private static MessageKind kind(CaseItem.State state) {
        if (state.result() != null) {
            return kind(state.result());
        }
        if (state.status() == ItemStatus.AWAITING_CORRECTION) {
            return MessageKind.AWAITING_CORRECTION;
        }
        return state.status() == ItemStatus.ACCEPTED ? MessageKind.ACCEPTED : MessageKind.DECIDED;
    }

    private static MessageKind kind(ItemResult result) {
        return switch (result) {
            case REPAIRED -> MessageKind.REPAIRED;
            case REJECTED -> MessageKind.REJECTED;
            case REFUSED -> MessageKind.REFUSED;
            case WITHDRAWN -> MessageKind.WITHDRAWN;
            case LAPSED -> MessageKind.LAPSED;
        };
    }

    /** Tells that an application has been received, its number and progress code (办理进度查询码). */
    @Transactional
    public Notice ofReceipt(String applicationNo) {
        return ofApplication(MessageKind.RECEIVED, applicationNo);
    }

    /** Tells that every item of an application has ended, and how. */
    @Transactional
    public Notice ofClosing(String applicationNo) {
        return ofApplication(MessageKind.CLOSED, applicationNo);
    }

    private Notice ofApplication(MessageKind kind, String applicationNo) {
        CaseFile file = applications.byNumber(applicationNo);
        long repaired =
                file.items().stream()
                        .filter(item -> item.state().result() == ItemResult.REPAIRED)
                        .count();
        Map<String, Object> values =
                Map.of(
                        "subject",
                        file.applicant().subject().name(),
                        "application",
                        applicationNo,
                        "items",
                        file.items().size(),
                        "repaired",
                        repaired,
                        "code",
                        file.progressCode());
        return issue(file, null, applicationNo, kind, values);
    }

    /**
     * Tells the code by which an applicant is known (短信验证码), by short message alone; the register
     * keeps that it was sent, not the code.
     *
     * @param minutes how long it can be used
     */
    @Transactional
    public Notice ofCode(CaseFile file, String code, long minutes) {
        return code(
                file.region(),
                new About(file.applicationNo(), null, null),
                file.applicationNo() + "-code",
                receiver(file).mobile(),
                MessageKind.CODE_OF_APPLICATION,
                Map.of("code", code, "application", file.applicationNo(), "minutes", minutes));
    }

    /** The same to somebody who is about to apply. */
    @Transactional
    public Notice ofCode(RegionCode region, String mobile, String code, long minutes) {
        return code(
                region,
                About.CALL,
                "applicant-code",
                mobile,
                MessageKind.CODE,
                Map.of("code", code, "minutes", minutes));
    }

    private Notice code(
            RegionCode region,
            About about,
            String reference,
            String mobile,
            MessageKind kind,
            Map<String, Object> values) {
        Receiver receiver = new Receiver(mobile, null);
        Map<String, Object> kept = new HashMap<>(values);
        kept.put("code", KEPT_BACK);
        long id = notices.enter(about, CODE, texts.text(region, kind, kept), receiver);
        return new Notice(
                id, reference, region, receiver, kind.title(), texts.text(region, kind, values));
    }

    /** Notifies a caller of the hotline of the answer (热线答复). */
    @Transactional
    public Notice toCaller(RegionCode region, String reference, String mobile, String text) {
        Receiver receiver = new Receiver(mobile, null);
        long id = notices.enter(About.CALL, "ANSWER", text, receiver);
        return new Notice(id, reference, region, receiver, "热线答复", text);
    }

    private Notice issue(
            CaseFile file,
            @Nullable Integer itemNo,
            String reference,
            MessageKind kind,
            Map<String, Object> values) {
        Receiver receiver = receiver(file);
        String text = texts.text(file.region(), kind, values);
        About about = new About(file.applicationNo(), itemNo, null);
        long id = notices.enter(about, kind.name(), text, receiver);
        return new Notice(id, reference, file.region(), receiver, kind.title(), text);
    }

    private static Receiver receiver(CaseFile file) {
        CaseFile.Applicant applicant = file.applicant();
        CaseFile.Person told = applicant.agent() == null ? applicant.contact() : applicant.agent();
        return new Receiver(told.mobile(), applicant.email());
    }

    private static String measured(CourtMeasure measure) {
        return switch (measure) {
            case DELETE -> "准予修复";
            case SHIELD -> "暂停公示（屏蔽），期满重新评估";
            case SHORTEN -> "缩短公示期限，届满停止公示";
        };
    }

    private static String lastRemark(CaseItem item) {
        return item.stages().stream()
                .map(stage -> stage.end().remark())
                .filter(remark -> remark != null)
                .reduce((first, second) -> second)
                .orElse("");
    }
}
