package org.creditrepair.notice;

import org.creditrepair.application.Applications;
import org.creditrepair.application.CaseFile;
import org.creditrepair.application.CaseItem;
import org.creditrepair.application.CaseKey;
import org.creditrepair.application.ItemResult;
import org.creditrepair.application.ItemStatus;
import org.creditrepair.calendar.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Words a notice by how the case stands and enters it in the register of notices. */
@Service
public class IssueNotice {

    private final Applications applications;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    public IssueNotice(Applications applications, JdbcClient jdbc, BusinessClock clock) {
        this.applications = applications;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tells how an item stands: correction demanded, repaired, or ended otherwise and why. */
    @Transactional
    public Notice ofItem(CaseKey key) {
        CaseFile file = applications.byNumber(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        String kind = item.result() != null ? item.result().name() : item.status().name();
        return issue(file, key.itemNo(), key.toString(), kind, wording(file, item));
    }

    /** Tells that every item of an application has ended, and how. */
    @Transactional
    public Notice ofClosing(String applicationNo) {
        CaseFile file = applications.byNumber(applicationNo);
        long repaired =
                file.items().stream().filter(item -> item.result() == ItemResult.REPAIRED).count();
        String text =
                "%s：您的信用修复申请%s已全部办结，共%d项，其中修复%d项。办理结果可凭查询码%s查看。修复不收取任何费用。"
                        .formatted(
                                file.subject().name(),
                                applicationNo,
                                file.items().size(),
                                repaired,
                                file.progressCode());
        return issue(file, null, applicationNo, "CLOSED", text);
    }

    private static String wording(CaseFile file, CaseItem item) {
        String about = file.subject().name() + "：您申请修复的失信信息（" + item.recordNo() + "）";
        if (item.status() == ItemStatus.AWAITING_CORRECTION) {
            return about + "需要补正，请一次补齐：" + lastRemark(item) + "。逾期未补正的视为放弃本次申请。";
        }
        if (item.result() == null) {
            return about + "已决定准予修复，正在各平台同步更新。";
        }
        return switch (item.result()) {
            case REPAIRED -> about + "已修复，各平台均已同步更新。";
            case REJECTED -> about + "不予受理，理由：" + item.resultReason() + "。" + Remedies.TEXT;
            case REFUSED -> about + "不予修复，理由：" + item.resultReason() + "。" + Remedies.TEXT;
            case WITHDRAWN -> about + "的申请已按您的要求撤回。";
            case LAPSED -> about + "因逾期未补正，本次申请视为放弃；备齐材料后可以重新申请。";
        };
    }

    private static String lastRemark(CaseItem item) {
        return item.stages().stream()
                .map(stage -> stage.remark())
                .filter(remark -> remark != null)
                .reduce((first, second) -> second)
                .orElse("");
    }

    private Notice issue(
            CaseFile file, Integer itemNo, String reference, String kind, String text) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into notice (application_no, item_no, kind, body, issued_at)
                        values (?, ?, ?, ?, ?)""")
                .params(file.applicationNo(), itemNo, kind, text, clock.now())
                .update(key, "id");
        return new Notice(
                key.getKey().longValue(),
                reference,
                file.region(),
                file.agent() == null ? file.contact().mobile() : file.agent().mobile(),
                text);
    }
}
