package org.creditrepair.catalog.model;

import org.creditrepair.vocabulary.Labelled;

/** Kinds of dishonesty records (失信信息). */
public enum RecordCategory implements Labelled {
    /** 行政处罚信息. */
    PENALTY("行政处罚"),
    /** 异常名录信息. */
    ABNORMAL("异常名录"),
    /** 严重失信主体名单信息. */
    SERIOUS("严重失信名单");

    private final String text;

    RecordCategory(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
