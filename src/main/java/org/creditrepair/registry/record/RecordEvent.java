package org.creditrepair.registry.record;

import org.creditrepair.vocabulary.Labelled;

/** Events of a record (公示状态变动). */
public enum RecordEvent implements Labelled {
    COLLECTED("归集"),
    CORRECTED("更正"),
    REPAIRED(RecordState.REPAIRED.text()),
    EXPIRED(RecordState.EXPIRED.text()),
    SHIELDED(RecordState.SHIELDED.text()),
    TRANSFERRED(RecordState.TRANSFERRED.text()),
    ANNULLED(RecordState.ANNULLED.text()),
    SHORTENED("缩短公示期限"),
    RESTORED("恢复公示"),
    NOT_DISPLAYED(RecordState.NOT_DISPLAYED.text());

    private final String text;

    RecordEvent(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /**
     * The record going off display, for the reason its new state gives.
     *
     * @throws IllegalArgumentException for {@link RecordState#DISPLAYED}
     */
    public static RecordEvent endOfDisplay(RecordState state) {
        return valueOf(state.name());
    }
}
