package org.creditrepair.catalog.document;

import java.util.List;

/**
 * What a region's document says of all items.
 *
 * @param subjects kinds of subjects that may apply, by their codes; empty where the document does
 *     not limit them
 * @param conditions of repair
 * @param repairNotice what is served with a decision
 */
public record CommonRules(
        List<String> subjects, List<String> conditions, RepairNoticeContent repairNotice) {

    /** Nothing, as far as the document says. */
    public static final CommonRules NONE =
            new CommonRules(List.of(), List.of(), RepairNoticeContent.PLAIN);

    public CommonRules {
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        repairNotice = repairNotice == null ? RepairNoticeContent.PLAIN : repairNotice;
    }

    /**
     * Whether subjects of a kind may apply at all (适用范围).
     *
     * @param subjectType code, e.g. LEGAL_PERSON
     */
    public boolean takes(String subjectType) {
        return subjects.isEmpty() || subjects.contains(subjectType);
    }
}
