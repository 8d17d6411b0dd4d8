package org.creditrepair.notice;

import java.util.Optional;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.CourtMeasure;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.application.progress.ReviewModes;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.storage.Inserts;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Words a notice by how the case stands and enters it in the register of notices. */
@Service
public class IssueNotice {

    private final Applications applications;
    private final RecordRegister register;
    private final Catalog catalog;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final ReviewModes modes;

    public IssueNotice(
            Applications applications,
            RecordRegister register,
            Catalog catalog,
            JdbcClient jdbc,
            BusinessClock clock,
            ReviewModes modes) {
        this.modes = modes;
        this.applications = applications;
        this.register = register;
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Tells how an item stands: correction demanded, accepted, repaired, or ended otherwise and
     * why.
     */
    @Transactional
    public Notice ofItem(CaseKey key) {
        CaseFile file = applications.byNumber(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        String kind =
                item.state().result() != null
                        ? item.state().result().name()
                        : item.state().status().name();
        String path = catalog.item(file.region(), item.itemCode()).path();
        return issue(
                file,
                key.itemNo(),
                key.toString(),
                kind,
                wording(
                        file,
                        item,
                        Remedies.on(path, catalog.region(file.region()).unit(item.unit()).name()),
                        modes.measure(key)));
    }

    /** Tells that an application has been received, its number and progress code (办理进度查询码). */
    @Transactional
    public Notice ofReceipt(String applicationNo) {
        CaseFile file = applications.byNumber(applicationNo);
        String text =
                "%s：已收到您的信用修复申请%s，共%d项。受理和办理情况可凭查询码%s查看。修复不收取任何费用。"
                        .formatted(
                                file.applicant().subject().name(),
                                applicationNo,
                                file.items().size(),
                                file.progressCode());
        return issue(file, null, applicationNo, "RECEIVED", text);
    }

    /**
     * Tells the code by which an applicant is known (短信验证码); the register keeps that it was sent,
     * not the code.
     *
     * @param minutes how long it can be used
     */
    @Transactional
    public Notice ofCode(CaseFile file, String code, long minutes) {
        String text = "验证码%s，用于办理信用修复申请%s，%d分钟内有效。工作人员不会向您索要，请勿告诉他人。";
        Notice masked =
                issue(
                        file,
                        null,
                        file.applicationNo() + "-code",
                        "CODE",
                        text.formatted("（略）", file.applicationNo(), minutes));
        return new Notice(
                masked.id(),
                masked.reference(),
                masked.region(),
                masked.mobile(),
                text.formatted(code, file.applicationNo(), minutes));
    }

    /** The same to somebody who is about to apply. */
    @Transactional
    public Notice ofCode(RegionCode region, String mobile, String code, long minutes) {
        String text = "验证码%s，用于在线提交信用修复申请，%d分钟内有效。工作人员不会向您索要，请勿告诉他人。";
        Notice masked =
                toCaller(region, "applicant-code", mobile, "CODE", text.formatted("（略）", minutes));
        return new Notice(
                masked.id(), masked.reference(), region, mobile, text.formatted(code, minutes));
    }

    /** Tells that every item of an application has ended, and how. */
    @Transactional
    public Notice ofClosing(String applicationNo) {
        CaseFile file = applications.byNumber(applicationNo);
        long repaired =
                file.items().stream()
                        .filter(item -> item.state().result() == ItemResult.REPAIRED)
                        .count();
        String text =
                "%s：您的信用修复申请%s已全部办结，共%d项，其中修复%d项。办理结果可凭查询码%s查看。修复不收取任何费用。"
                        .formatted(
                                file.applicant().subject().name(),
                                applicationNo,
                                file.items().size(),
                                repaired,
                                file.progressCode());
        return issue(file, null, applicationNo, "CLOSED", text);
    }

    private static String wording(
            CaseFile file, CaseItem item, String remedy, CourtMeasure measure) {
        String about = file.applicant().subject().name() + "：您申请修复的失信信息（" + item.recordNo() + "）";
        if (item.state().status() == ItemStatus.AWAITING_CORRECTION) {
            return about
                    + "需要补正，请一次补齐："
                    + lastRemark(item)
                    + "。"
                    + item.correctionUntil().map(day -> "请于" + day + "前提交，").orElse("")
                    + "逾期未补正的视为放弃本次申请；可凭查询码"
                    + file.progressCode()
                    + "在线补正。";
        }
        if (item.state().status() == ItemStatus.ACCEPTED) {
            return about + "已受理，认定单位将在规定时限内作出决定，办理进度可凭查询码" + file.progressCode() + "查看。";
        }
        if (item.state().result() == null) {
            return about + "已决定" + measured(measure) + "，正在各平台同步更新。";
        }
        return switch (item.state().result()) {
            case REPAIRED -> about + "已" + measured(measure) + "，各平台均已同步更新。";
            case REJECTED -> about + "不予受理，理由：" + item.state().resultReason() + "。" + remedy;
            case REFUSED -> about + "不予修复，理由：" + item.state().resultReason() + "。" + remedy;
            case WITHDRAWN -> about + "的申请已按您的要求撤回。";
            case LAPSED -> about + "因逾期未补正，本次申请视为放弃；备齐材料后可以重新申请。";
        };
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

    /**
     * Tells a subject that the display of its record is in question, or what was decided about it;
     * nothing where nobody knows how to reach it.
     */
    @Transactional
    public Optional<Notice> ofReview(DisplayReview review) {
        DishonestyRecord record = register.find(review.region(), review.recordNo()).orElseThrow();
        String path = catalog.item(review.region(), record.item()).path();
        String about = record.party().subject().name() + "：您的失信信息（" + record.recordNo() + "）";
        String kind =
                review.question().kind() + (review.outcome() == null ? "" : "_" + review.outcome());
        return issue(
                record,
                "review-" + review.id(),
                kind,
                review.mobile(),
                about
                        + Wordings.ofReview(
                                review, Remedies.on(path, record.decision().authority())));
    }

    /** Notifies a caller of the hotline of the answer (热线答复). */
    @Transactional
    public Notice toCaller(RegionCode region, String reference, String mobile, String text) {
        return toCaller(region, reference, mobile, "ANSWER", text);
    }

    private Notice toCaller(
            RegionCode region, String reference, String mobile, String kind, String text) {
        long id =
                Inserts.idOf(
                        jdbc.sql(
                                        "insert into notice (kind, body, issued_at, receiver) values (?, ?, ?, ?)")
                                .params(kind, text, clock.now(), Notice.masked(mobile)));
        return new Notice(id, reference, region, mobile, text);
    }

    /** Reminds a subject that it may soon apply for a repair (修复提醒). */
    @Transactional
    public Optional<Notice> reminder(DishonestyRecord record) {
        String text =
                "%s：您的失信信息（%s）将于 %s 达到最短公示期，义务履行完毕后即可申请信用修复。修复不收取任何费用。"
                        .formatted(
                                record.party().subject().name(),
                                record.recordNo(),
                                record.display().period().repairableFrom());
        return issue(
                record,
                record.region() + "-" + record.recordNo(),
                "REMINDER",
                record.party().mobile(),
                text);
    }

    private Optional<Notice> issue(
            DishonestyRecord record, String reference, String kind, String mobile, String text) {
        if (mobile == null) {
            return Optional.empty();
        }
        long id =
                Inserts.idOf(
                        jdbc.sql(
"""
insert into notice (record_no, kind, body, issued_at, receiver)
values (?, ?, ?, ?, ?)""")
                                .params(
                                        record.recordNo(),
                                        kind,
                                        text,
                                        clock.now(),
                                        Notice.masked(mobile)));
        return Optional.of(new Notice(id, reference, record.region(), mobile, text));
    }

    private Notice issue(
            CaseFile file, @Nullable Integer itemNo, String reference, String kind, String text) {
        String mobile =
                file.applicant().agent() == null
                        ? file.applicant().contact().mobile()
                        : file.applicant().agent().mobile();
        long id =
                Inserts.idOf(
                        jdbc.sql(
                                        """
                        insert into notice (application_no, item_no, kind, body, issued_at,
                            receiver)
                        values (:applicationNo, :itemNo, :kind, :body, :issuedAt, :receiver)""")
                                .param("receiver", Notice.masked(mobile))
                                .param("applicationNo", file.applicationNo())
                                .param("itemNo", itemNo)
                                .param("kind", kind)
                                .param("body", text)
                                .param("issuedAt", clock.now()));
        return new Notice(id, reference, file.region(), mobile, text);
    }
}
