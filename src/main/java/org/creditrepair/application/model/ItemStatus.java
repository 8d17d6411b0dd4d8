package org.creditrepair.application.model;

import org.creditrepair.vocabulary.Labelled;

/** How an item stands. */
public enum ItemStatus implements Labelled {
    SUBMITTED("已提交，待受理"),
    AWAITING_CORRECTION("待补正"),
    ACCEPTED("已受理，待决定"),
    DECIDED("已决定"),
    SHARING("结果共享中"),
    CLOSED("已办结");

    private final String text;

    ItemStatus(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
