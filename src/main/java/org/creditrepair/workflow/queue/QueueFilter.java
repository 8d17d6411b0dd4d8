package org.creditrepair.workflow.queue;

import org.creditrepair.vocabulary.Labelled;

/** Parts of a unit's queue. */
public enum QueueFilter implements Labelled {
    /** 全部待办: of the unit and one's own. */
    ALL("全部待办"),
    /** 我的任务. */
    MINE("我的任务"),
    /** 未认领. */
    UNCLAIMED("未认领"),
    /** 今日到期. */
    DUE_TODAY("今日到期"),
    /** 已超期. */
    OVERDUE("已超期");

    private final String text;

    QueueFilter(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
