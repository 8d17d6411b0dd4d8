package org.creditrepair.catalog.document;

import java.util.List;
import java.util.Map;

/**
 * What a region's document says of all items.
 *
 * @param subjects kinds of subjects that may apply, by their codes; empty where the document does
 *     not limit them
 * @param conditions of repair
 * @param repairNotice what is served with a decision
 * @param messages the region's own words of messages, where they differ from those of all regions
 */
public record CommonRules(
        List<String> subjects,
        List<String> conditions,
        RepairNoticeContent repairNotice,
        Map<MessageKind, String> messages) {

    /** Nothing, as far as the document says. */
    public static final CommonRules NONE =
            new CommonRules(List.of(), List.of(), RepairNoticeContent.PLAIN, Map.of());

    public CommonRules {
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        repairNotice = repairNotice == null ? RepairNoticeContent.PLAIN : repairNotice;
        messages = messages == null ? Map.of() : Map.copyOf(messages);
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
