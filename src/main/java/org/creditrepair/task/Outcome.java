package org.creditrepair.task;

import org.creditrepair.vocabulary.Labelled;

/** Outcomes of tasks and stages (办理结果). */
public enum Outcome implements Labelled {
    /** 受理. */
    ACCEPT("受理", false, false),
    /** 一次性补正. */
    CORRECT("一次性补正", true, false),
    /** 不予受理. */
    REJECT("不予受理", true, true),
    /** 核查属实. */
    CONFIRMED("属实", false, false),
    /** 核查不属实. */
    NOT_CONFIRMED("不属实", true, false),
    /** 准予修复. */
    REPAIR("准予修复", false, false),
    /** 不予修复. */
    REFUSE("不予修复", true, true),
    /** 终止公示. */
    END("终止公示", false, false),
    /** 恢复（继续）公示. */
    CONTINUE("恢复（继续）公示", true, false),
    /** 撤销修复. */
    REVOKE("撤销修复", true, false),
    /** 维持修复. */
    KEEP("维持修复", false, false),
    /** 同意名单调整. */
    CONFIRM("同意", false, false),
    /** 退回名单调整. */
    RETURN("退回", true, false),
    /** 异议成立. */
    UPHOLD("异议成立", true, false),
    /** 异议不成立. */
    OVERRULE("异议不成立", true, false),
    /** 开具履行证明. */
    ISSUE("开具", false, false),
    /** 不予开具履行证明. */
    DECLINE("不予开具", true, false),
    /** 告知书已送达. */
    SERVED("已送达", false, false),
    /** 告知书无须送达: the comment says why. */
    NOT_NEEDED("无须送达", true, false),
    /** 采信外部结果. */
    APPLY("采信", false, false),
    /** 不予采信外部结果. */
    DISMISS("不予采信", true, false),
    /** 差异已查明: the comment is what was found. */
    CLARIFIED("已查明", true, false),
    /** 答复: the comment is the answer. */
    ANSWERED("答复", true, false),
    /** 会办意见: the comment is the opinion. */
    GIVEN("会办意见", true, false),
    /** 已补正: ends a stage, no task. */
    CORRECTED("已补正", false, false),
    /** 逾期未补正: ends a stage, no task. */
    LAPSED("逾期未补正", false, false),
    /** 已共享: ends a stage, no task. */
    SHARED("已共享", false, false),
    /** 已撤回: ends a stage, no task. */
    WITHDRAWN("已撤回", false, false);

    private final String text;
    private final boolean commentRequired;
    private final boolean refusal;

    Outcome(String text, boolean commentRequired, boolean refusal) {
        this.text = text;
        this.commentRequired = commentRequired;
        this.refusal = refusal;
    }

    @Override
    public String text() {
        return text;
    }

    /** Whether a comment (意见) must be given: it goes against the applicant, or it is the answer. */
    public boolean commentRequired() {
        return commentRequired;
    }

    /** Whether it refuses the applicant, so that a kind of reason (理由类别) may be chosen. */
    public boolean isRefusal() {
        return refusal;
    }
}
