package org.creditrepair.registry;

/** Why a subject was put on an abnormal list (列入事由). */
public enum ListingCause {
    /** 未按期公示年报. */
    REPORT_MISSING,
    /** 未公示即时信息. */
    INFORMATION_WITHHELD,
    /** 隐瞒真实情况或弄虚作假. */
    FALSE_INFORMATION,
    /** 通过住所无法联系. */
    UNREACHABLE
}
