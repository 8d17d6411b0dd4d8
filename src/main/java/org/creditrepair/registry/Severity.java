package org.creditrepair.registry;

/** How grave a dishonesty is (失信程度), by the standard of each sector; known from 2026-04-01 on. */
public enum Severity {
    /** 轻微. */
    MINOR,
    /** 一般. */
    GENERAL,
    /** 严重. */
    SERIOUS
}
