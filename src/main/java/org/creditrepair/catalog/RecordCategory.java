package org.creditrepair.catalog;

/** Kinds of dishonesty records (失信信息). */
public enum RecordCategory {
    /** 行政处罚信息. */
    PENALTY,
    /** 异常名录信息. */
    ABNORMAL,
    /** 严重失信主体名单信息. */
    SERIOUS
}
