package org.creditrepair.catalog.model;

import org.creditrepair.vocabulary.Labelled;

/** Parts of a rule (规则内容); each part follows the rules in force on a day of its own. */
public enum RulePart implements Labelled {
    /** 公示期限, by the day of the document. */
    DISPLAY("公示期限", "文书日期"),
    /** 申请条件, by the day of the application. */
    CONDITIONS("申请条件", "申请日期"),
    /** 申请材料, by the day of the application. */
    MATERIALS("申请材料", "申请日期"),
    /** 办理时限, by the day of acceptance. */
    LIMITS("办理时限", "受理日期");

    private final String text;
    private final String day;

    RulePart(String text, String day) {
        this.text = text;
        this.day = day;
    }

    @Override
    public String text() {
        return text;
    }

    /** Which day chooses the rule, in Chinese. */
    public String day() {
        return day;
    }
}
