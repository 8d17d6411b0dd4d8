package org.creditrepair.catalog.model;

import org.creditrepair.vocabulary.Labelled;

/** Level of an administration, from the highest to the lowest. */
public enum Level implements Labelled {
    PROVINCE("省"),
    CITY("市"),
    COUNTY("县");

    private final String text;

    Level(String text) {
        this.text = text;
    }

    /** The level's short name, with which documents abbreviate units: 省税务局, 市人社局. */
    @Override
    public String text() {
        return text;
    }
}
