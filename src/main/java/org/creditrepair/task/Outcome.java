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

    /** What follows from it, told to whoever has decided so. */
    public String follows() {
        return switch (this) {
            case ACCEPT -> "受理通知书已发出，办件进入下一环节";
            case CORRECT -> "补正告知书已发出，等待申请人补正，收到后重新计算受理时限";
            case REJECT -> "不予受理决定书已发出，办件办结";
            case CONFIRMED, NOT_CONFIRMED -> "核查结果已转审核决定";
            case REPAIR -> "准予修复决定书已发出，正在同步各共享平台";
            case REFUSE -> "不予修复决定书已发出，办件办结";
            case END -> "停止公示，正在同步各共享平台";
            case CONTINUE -> "恢复（继续）公示，已告知当事人";
            case REVOKE -> "撤销修复决定书已发出，恢复公示并同步各共享平台";
            case KEEP -> "已告知当事人维持修复";
            case CONFIRM -> "自生效之日起按调整后的名单办理";
            case RETURN -> "已退回报备单位并告知理由";
            case UPHOLD, OVERRULE -> "核查结果已告知当事人";
            case ISSUE -> "履行证明已开具，申请人可以取用";
            case DECLINE -> "不予开具的理由已告知申请人";
            case SERVED, NOT_NEEDED -> "送达情况已登记";
            case APPLY -> "按外部结果处理，正在同步其他平台";
            case DISMISS -> "以本平台的登记为准";
            case CLARIFIED -> "核对结果已登记";
            case ANSWERED -> "答复已发出";
            case GIVEN -> "意见已送回征求单位";
            case CORRECTED, LAPSED, SHARED, WITHDRAWN -> "";
        };
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
