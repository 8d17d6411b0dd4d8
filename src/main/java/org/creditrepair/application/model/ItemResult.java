package org.creditrepair.application.model;

import org.creditrepair.vocabulary.Labelled;

/** How an item ended. */
public enum ItemResult implements Labelled {
    REPAIRED("准予修复"),
    REFUSED("不予修复"),
    REJECTED("不予受理"),
    WITHDRAWN("申请人撤回"),
    LAPSED("逾期未补正，视为放弃");

    private final String text;

    ItemResult(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
