package org.creditrepair.sharing;

/** What a platform is told (推送事项). */
public enum PlatformEvent {
    /** 失信信息公示. */
    LISTED,
    /** 信用修复，终止公示. */
    REPAIRED,
    /** 短信通知. */
    NOTICE
}
