package org.creditrepair.application.model;

/** How an item ended. */
public enum ItemResult {
    REPAIRED("准予修复"),
    REFUSED("不予修复"),
    REJECTED("不予受理"),
    WITHDRAWN("申请人撤回"),
    LAPSED("逾期未补正，视为放弃");

    private final String text;

    ItemResult(String text) {
        this.text = text;
    }

    /** What people read, in Chinese. */
    public String text() {
        return text;
    }
}
