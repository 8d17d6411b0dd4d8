package org.creditrepair.registry.record;

import org.creditrepair.catalog.rules.RuleWord;

/** How grave a dishonesty is (失信程度), by the standard of each sector; known from 2026-04-01 on. */
public enum Severity implements RuleWord {
    /** 轻微. */
    MINOR("轻微"),
    /** 一般. */
    GENERAL("一般"),
    /** 严重. */
    SERIOUS("严重");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
