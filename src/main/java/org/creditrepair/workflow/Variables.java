package org.creditrepair.workflow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process variables: ids, outcomes and dates. What people wrote stays in the tables. */
public final class Variables {

    /** Region code; also the tenant. */
    public static final String REGION = "region";

    /** Number of the joint application. */
    public static final String APPLICATION_NO = "applicationNo";

    /** Number of the item in its application, from 1. */
    public static final String ITEM_NO = "itemNo";

    /** {@code {applicationNo}-{itemNo}}. */
    public static final String CASE_KEY = "caseKey";

    /** Code of the repair item. */
    public static final String ITEM = "item";

    /** Whether the conditions of a repair are met. */
    public static final String ELIGIBLE = "eligible";

    /** Whether the longest term is over. */
    public static final String FULL_TERM = "fullTerm";

    /** Whether the kinds of penalty may be ended early at all. */
    public static final String EARLY_END_ALLOWED = "earlyEndAllowed";

    /** Outcome of the task {@code acceptance}. */
    public static final String ACCEPTANCE_OUTCOME = "acceptanceOutcome";

    /** Outcome of the task {@code verification}. */
    public static final String VERIFICATION_OUTCOME = "verificationOutcome";

    /** Outcome of the task {@code decision}. */
    public static final String DECISION_OUTCOME = "decisionOutcome";

    /** Kind of reason for 不予受理 and 不予修复 (理由类别). */
    public static final String REFUSAL_REASON = "refusalReason";

    /** Whether data confirm the repair without a person. */
    public static final String AUTOMATIC = "automatic";

    /** Whether a person goes there and looks. */
    public static final String ON_SITE = "onSite";

    /** Number of the display review or list adjustment a process is about. */
    public static final String MATTER_ID = "matterId";

    /** Outcome of the task {@code reassessment}. */
    public static final String REASSESSMENT_OUTCOME = "reassessmentOutcome";

    /** Outcome of the task {@code revocation}. */
    public static final String REVOCATION_OUTCOME = "revocationOutcome";

    /** Outcome of the task {@code confirmation}. */
    public static final String CONFIRMATION_OUTCOME = "confirmationOutcome";

    /** What is to be done about a result decided elsewhere. */
    public static final String RESULT_VERDICT = "resultVerdict";

    /** Outcome of the task {@code arbitration}. */
    public static final String ARBITRATION_OUTCOME = "arbitrationOutcome";

    /** Outcome of the task {@code reply}. */
    public static final String REPLY_OUTCOME = "replyOutcome";

    /** Outcome of the task {@code opinion}. */
    public static final String OPINION_OUTCOME = "opinionOutcome";

    /** Whether limits are still to be moved after a change of the calendar. */
    public static final String MORE = "more";

    /** Groups the pushes of one sharing. */
    public static final String SHARING_NO = "sharingNo";

    /** The platform that a part of a sharing is about. */
    public static final String PLATFORM = "platform";

    /** Fields of payloads that a supervisor corrects before a retry (更正), as a JSON object. */
    public static final String CORRECTION = "correction";

    /** Whether a delivered file could be read. */
    public static final String READABLE = "readable";

    /** Whether a platform is told again of what a reconciliation found. */
    public static final String PUSHES = "pushes";

    /** Whether a person has to look at a reconciliation. */
    public static final String DOUBTFUL = "doubtful";

    /** Outcome of the task {@code clarification}. */
    public static final String CLARIFICATION_OUTCOME = "clarificationOutcome";

    /** The joint application as JSON; taken in and removed by the first step. */
    public static final String APPLICATION = "application";

    /** The reviewer's comment; kept with the stage and removed when the task is completed. */
    public static final String COMMENT = "comment";

    /** Repair items in the window clerk's form, in order. */
    public static final List<String> INTAKE_ITEMS =
            List.of("item1", "item2", "item3", "item4", "item5");

    /** Fields of the window clerk's form; taken in and removed by the first step. */
    public static final Set<String> INTAKE_FIELDS =
            Stream.concat(
                            Stream.of(
                                    "subjectType",
                                    "subjectName",
                                    "uscc",
                                    "address",
                                    "contactName",
                                    "contactMobile",
                                    "agentName",
                                    "agentMobile",
                                    "commitment"),
                            INTAKE_ITEMS.stream())
                    .collect(Collectors.toUnmodifiableSet());

    private Variables() {}

    /** Whether a variable carries what people wrote, which the engine's history must not keep. */
    public static boolean carriesPersonalData(String name) {
        return name.equals(APPLICATION) || name.equals(COMMENT) || INTAKE_FIELDS.contains(name);
    }
}
