package org.creditrepair.task;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.creditrepair.vocabulary.Labelled;

/** The human tasks of all models, with the outcomes that each may have. */
public enum HumanTask implements Labelled {
    /** 受理审查. */
    ACCEPTANCE("受理审查", "受理结果", Outcome.ACCEPT, Outcome.CORRECT, Outcome.REJECT),
    /** 核查: its result is shown to whoever decides. */
    VERIFICATION("核查", "核查结果", Outcome.CONFIRMED, Outcome.NOT_CONFIRMED),
    /** 审核决定. */
    DECISION("审核决定", "审核决定", Outcome.REPAIR, Outcome.REFUSE),
    /** 公示复核. */
    REASSESSMENT("公示复核", "复核结果", Outcome.END, Outcome.CONTINUE),
    /** 撤销修复. */
    REVOCATION("撤销修复", "审查结果", Outcome.REVOKE, Outcome.KEEP),
    /** 核查异议. */
    OBJECTION("异议核查", "核查结果", Outcome.UPHOLD, Outcome.OVERRULE),
    /** 开具履行证明. */
    ISSUANCE("开具履行证明", "办理结果", Outcome.ISSUE, Outcome.DECLINE),
    /** 送达信用修复告知书. */
    SERVICE("告知书送达", "送达结果", Outcome.SERVED, Outcome.NOT_NEEDED),
    /** 确认名单调整. */
    CONFIRMATION("名单调整确认", "确认结果", Outcome.CONFIRM, Outcome.RETURN),
    /** 核对外部结果. */
    ARBITRATION("外部结果核对", "核对结果", Outcome.APPLY, Outcome.DISMISS),
    /** 核对对账差异. */
    CLARIFICATION("对账差异核对", "核对结果", Outcome.CLARIFIED),
    /** 答复热线诉求. */
    REPLY("热线答复", "办理结果", Outcome.ANSWERED),
    /** 会办. */
    OPINION("会办", "办理结果", Outcome.GIVEN);

    /** Field of every answer: what the reviewer writes (意见). */
    public static final String COMMENT = "comment";

    /** Field of answers to tasks that may refuse the applicant: the kind of reason (理由类别). */
    public static final String REFUSAL_REASON = "refusalReason";

    /** Day of the service (送达日期), {@code YYYY-MM-DD}. */
    public static final String SERVED_ON = "servedOn";

    /** How a paper was served (送达方式). */
    public static final String SERVICE_METHOD = "serviceMethod";

    /** Who took it in (签收人). */
    public static final String RECIPIENT = "recipient";

    /** Number of the receipt, of the letter or of the stored scan (送达凭证). */
    public static final String PROOF = "proof";

    /** Day of the hearing (听证日期), {@code YYYY-MM-DD}. */
    public static final String HEARING_ON = "hearingOn";

    private static final Set<String> SERVICE_DETAILS =
            Set.of(SERVED_ON, SERVICE_METHOD, RECIPIENT, PROOF);

    /** Longest comment, in characters. */
    public static final int MAX_COMMENT = 1000;

    private static final Set<HumanTask> OF_CASES = EnumSet.of(ACCEPTANCE, VERIFICATION, DECISION);

    private final String text;
    private final String question;
    private final List<Outcome> outcomes;

    HumanTask(String text, String question, Outcome... outcomes) {
        this.text = text;
        this.question = question;
        this.outcomes = List.of(outcomes);
    }

    /** The task definition key in the models. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String text() {
        return text;
    }

    /** The label of the outcome's field in the form, in Chinese. */
    public String question() {
        return question;
    }

    /** The outcomes that may be chosen, in the order of the form. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** The process variable, and field of the form, that takes the outcome. */
    public String outcomeField() {
        return key() + "Outcome";
    }

    /** All fields that an answer may have. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(List.of(outcomeField(), COMMENT));
        if (outcomes.stream().anyMatch(Outcome::isRefusal)) {
            fields.add(REFUSAL_REASON);
        }
        fields.addAll(details());
        return fields;
    }

    /** The fields that only this task's answers have; what they take is its handler's to check. */
    public Set<String> details() {
        return switch (this) {
            case SERVICE -> SERVICE_DETAILS;
            case REVOCATION -> Set.of(HEARING_ON);
            default -> Set.of();
        };
    }

    /** Whether the task is a stage of an application's case. */
    public boolean isOfCase() {
        return OF_CASES.contains(this);
    }

    /** The task of a task definition key; empty if it is none of ours. */
    public static Optional<HumanTask> ofKey(String taskDefinitionKey) {
        return Arrays.stream(values())
                .filter(task -> task.key().equals(taskDefinitionKey))
                .findFirst();
    }
}
