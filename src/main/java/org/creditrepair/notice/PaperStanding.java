package org.creditrepair.notice;

import org.creditrepair.vocabulary.Labelled;

/** Whether a paper still holds (文书效力). */
public enum PaperStanding implements Labelled {
    IN_FORCE("有效"),
    /** A later edition of it was issued after a correction. */
    REPLACED("所载信息已更正，以更正后制发的文书为准"),
    REVOKED("已被撤销，不再有效");

    private final String text;

    PaperStanding(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
