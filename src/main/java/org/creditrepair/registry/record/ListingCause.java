package org.creditrepair.registry.record;

import org.creditrepair.vocabulary.Labelled;

/** Why a subject was put on an abnormal list (列入事由). */
public enum ListingCause implements Labelled {
    /** 未按期公示年报. */
    REPORT_MISSING("未按期公示年报"),
    /** 未公示即时信息. */
    INFORMATION_WITHHELD("未公示即时信息"),
    /** 隐瞒真实情况或弄虚作假. */
    FALSE_INFORMATION("隐瞒或虚假"),
    /** 通过住所无法联系. */
    UNREACHABLE("住所无法联系");

    private final String text;

    ListingCause(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
