package org.creditrepair.task;

/**
 * Business keys of processes that are no case of an application: a prefix that says the kind, and
 * the number of the row, e.g. {@code review-7}.
 */
public final class Reference {

    /** 公示复核、撤销修复. */
    public static final String REVIEW = "review-";

    /** 告知书送达. */
    public static final String SERVICE = "service-";

    /** 名单调整. */
    public static final String ADJUSTMENT = "adjustment-";

    /** 外部结果. */
    public static final String RESULT = "result-";

    /** 热线诉求. */
    public static final String HOTLINE = "hotline-";

    /** 会办. */
    public static final String CONSULTATION = "consultation-";

    /** 文件归集. */
    public static final String COLLECTION = "collection-";

    /** 平台对账. */
    public static final String RECONCILIATION = "reconciliation-";

    /** 工作日历变更. */
    public static final String CALENDAR = "calendar-";

    /** 状态通知. */
    public static final String STATE = "state-";

    private Reference() {}

    /**
     * The number in a reference.
     *
     * @throws IllegalStateException if the reference is not of that kind
     */
    public static long number(String prefix, String reference) {
        if (reference == null || !reference.matches(prefix + "\\d{1,18}")) {
            throw new IllegalStateException("办理依据不符：" + reference + " 不是 " + prefix + "…");
        }
        return Long.parseLong(reference.substring(prefix.length()));
    }
}
