package org.creditrepair.registry.record;

import org.creditrepair.vocabulary.Labelled;

/** Whether a record is on display, and if not, why (公示状态). */
public enum RecordState implements Labelled {
    /** 公示中. */
    DISPLAYED("公示中"),
    /** 已修复，提前终止公示. */
    REPAIRED("已修复，提前终止公示"),
    /** 最长公示期届满，自动停止公示. */
    EXPIRED("最长公示期届满，自动停止公示"),
    /** 暂停公示（屏蔽）. */
    SHIELDED("暂停公示（屏蔽）"),
    /** 已转列严重失信主体名单. */
    TRANSFERRED("已转列严重失信主体名单"),
    /** 决定已被撤销或确认无效，撤回公示. */
    ANNULLED("决定已被撤销或确认无效，撤回公示"),
    /** 依规不予公示. */
    NOT_DISPLAYED("依规不予公示");

    private final String text;

    RecordState(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
