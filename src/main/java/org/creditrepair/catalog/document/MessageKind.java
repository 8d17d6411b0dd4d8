package org.creditrepair.catalog.document;

import java.util.Set;

/**
 * A kind of message to an applicant or a subject (告知短信、邮件). Its words are data: those of all
 * regions in {@code messages.yaml}, those of one region in its own file.
 */
public enum MessageKind {
    /** 收件告知. */
    RECEIVED("申请已收件", "subject", "application", "items", "code"),
    /** 验证码, of an application. */
    CODE_OF_APPLICATION("验证码", "code", "application", "minutes"),
    /** 验证码, of somebody about to apply, ask or object. */
    CODE("验证码", "code", "minutes"),
    /** 补正告知. */
    AWAITING_CORRECTION("一次性补正", "subject", "record", "remark", "until", "code"),
    /** 补正将到期提醒. */
    CORRECTION_LAPSES("补正期限将到", "subject", "record", "until", "code"),
    /** 受理告知. */
    ACCEPTED("申请已受理", "subject", "record", "code"),
    /** 决定告知. */
    DECIDED("已作出决定", "subject", "record", "measure"),
    /** 修复告知. */
    REPAIRED("修复完成", "subject", "record", "measure"),
    /** 不予受理告知. */
    REJECTED("不予受理", "subject", "record", "reason", "remedy"),
    /** 不予修复告知. */
    REFUSED("不予修复", "subject", "record", "reason", "remedy"),
    /** 撤回告知. */
    WITHDRAWN("申请已撤回", "subject", "record"),
    /** 逾期未补正告知. */
    LAPSED("逾期未补正", "subject", "record"),
    /** 办结告知. */
    CLOSED("申请已办结", "subject", "application", "items", "repaired", "code"),
    /** 修复提醒. */
    REMINDER("可以申请修复", "subject", "record", "from"),
    /** 异议、履行证明等申请收到. */
    MATTER_RECEIVED("已收到", "subject", "record", "matter"),
    /** 拟撤销修复告知. */
    REVOCATION_PROPOSED("拟撤销修复", "subject", "record", "reason", "days"),
    /** 撤销修复. */
    REVOKE("修复已撤销", "subject", "record", "reason", "remedy"),
    /** 维持修复. */
    KEEP("维持修复", "subject", "record"),
    /** 异议成立. */
    UPHOLD("异议成立", "subject", "record", "reason"),
    /** 异议不成立. */
    OVERRULE("异议不成立", "subject", "record", "reason", "remedy"),
    /** 开具履行证明. */
    ISSUE("履行证明已开具", "subject", "record"),
    /** 不予开具履行证明. */
    DECLINE("履行证明不予开具", "subject", "record", "reason"),
    /** 终止公示. */
    END("终止公示", "subject", "record"),
    /** 恢复（继续）公示. */
    CONTINUE("恢复公示", "subject", "record", "reason", "remedy");

    private final String title;
    private final Set<String> names;

    MessageKind(String title, String... names) {
        this.title = title;
        this.names = Set.of(names);
    }

    /** What an e-mail of the kind is about, a few Chinese words. */
    public String title() {
        return title;
    }

    /** Names of the values that its words may show. */
    public Set<String> names() {
        return names;
    }
}
