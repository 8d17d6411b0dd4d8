package org.creditrepair.application.model;

import org.creditrepair.catalog.rules.RuleWord;

/** Measures on a defaulter's listing (失信被执行人信息的处理方式): three different results. */
public enum CourtMeasure implements RuleWord {
    /** 删除. */
    DELETE("删除"),
    /** 屏蔽. */
    SHIELD("屏蔽"),
    /** 缩短期限. */
    SHORTEN("缩短期限");

    private final String text;

    CourtMeasure(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
