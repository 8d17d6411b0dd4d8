package org.creditrepair.catalog.model;

import org.creditrepair.vocabulary.Labelled;

/** Kinds of pushes to platforms (推送事项). */
public enum PlatformEvent implements Labelled {
    /** 失信信息公示. */
    LISTED("公示"),
    /** 行政处罚信息已修复，终止公示. */
    REPAIRED("修复"),
    /** 移出名单或名录. */
    REMOVED("移出"),
    /** 暂停公示（屏蔽）. */
    SHIELDED("屏蔽"),
    /** 缩短公示期限. */
    SHORTENED("缩短公示期限"),
    /** 恢复公示. */
    RESTORED("恢复公示"),
    /** 撤销修复，恢复公示. */
    REVOKED("撤销修复"),
    /** 最长公示期届满，停止公示. */
    EXPIRED("期满"),
    /** 转列严重失信主体名单，移出异常名录. */
    TRANSFERRED("转列"),
    /** 决定被撤销或确认无效，撤回公示. */
    ANNULLED("撤回公示"),
    /** 代申请人向全国网站提交申请. */
    HANDED_IN("代提交"),
    /** 撤回代提交的申请. */
    TAKEN_BACK("撤回代提交"),
    /** 整件办理情况（办件归集）. */
    CASE("办件"),
    /** 短信通知. */
    NOTICE("短信");

    private final String text;

    PlatformEvent(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /** The end of a display by repair, as it is called for a kind of record. */
    public static PlatformEvent endOf(RecordCategory category) {
        return category == RecordCategory.PENALTY ? REPAIRED : REMOVED;
    }

    /** Whether a record is on display from then on. */
    public boolean shows() {
        return this == LISTED || this == SHORTENED || this == RESTORED || this == REVOKED;
    }
}
