package org.creditrepair.application;

/** Where an application was handed in (申请渠道). */
public enum Channel {
    /** 网上申请. */
    PORTAL,
    /** 综合窗口. */
    WINDOW
}
