package org.creditrepair.sharing;

/** What a platform is told (推送事项). */
public enum PlatformEvent {
    /** 失信信息公示. */
    LISTED,
    /** 信用修复，终止公示. */
    REPAIRED,
    /** 暂停公示（屏蔽）. */
    SHIELDED,
    /** 缩短公示期限. */
    SHORTENED,
    /** 恢复公示. */
    RESTORED,
    /** 最长公示期届满，停止公示. */
    EXPIRED,
    /** 转列严重失信主体名单，移出异常名录. */
    TRANSFERRED,
    /** 代申请人向全国网站提交申请. */
    HANDED_IN,
    /** 短信通知. */
    NOTICE
}
