package org.creditrepair.application.model;

import org.creditrepair.vocabulary.Labelled;

/** Where an application was handed in (申请渠道). */
public enum Channel implements Labelled {
    /** 网上申请. */
    PORTAL("网上申请"),
    /** 综合窗口. */
    WINDOW("综合窗口"),
    /** 认定单位依职权. */
    AUTHORITY("依职权");

    private final String text;

    Channel(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
