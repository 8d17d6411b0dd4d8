package org.creditrepair.catalog.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a region's document wants said in the notice that is served with a penalty decision
 * (信用修复告知书, 两书同达).
 *
 * @param title of the notice
 * @param basis what the display rests on
 * @param effects what the display means for the subject, one sentence each
 * @param exempt kinds of penalty that need no notice; empty where every decision needs one
 * @param otherwise that other rules stay in force (从其规定); null where the document does not say so
 * @param together what is served together with it (两书、三书同达)
 * @param copies how many there are, and for whom; null where the document does not say so
 */
public record RepairNoticeContent(
        String title,
        String basis,
        List<String> effects,
        List<String> exempt,
        @Nullable String otherwise,
        @Nullable String together,
        @Nullable String copies) {

    /** Of regions whose documents want a notice and leave its words open. */
    static final RepairNoticeContent PLAIN =
            new RepairNoticeContent(
                    "行政处罚信息信用修复告知书", "《中华人民共和国行政处罚法》", List.of(), List.of(), null, null, null);

    public RepairNoticeContent {
        effects = effects == null ? List.of() : List.copyOf(effects);
        exempt = exempt == null ? List.of() : List.copyOf(exempt);
    }

    /** Whether a decision of these kinds of penalty needs no notice. */
    public boolean exempts(List<String> penaltyTypes) {
        return !penaltyTypes.isEmpty() && exempt.containsAll(penaltyTypes);
    }
}
