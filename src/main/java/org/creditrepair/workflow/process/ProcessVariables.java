package org.creditrepair.workflow.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditrepair.task.HumanTask;

/** The process variables: ids, outcomes and dates. What people wrote stays in the tables. */
public final class ProcessVariables {

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

    /** Whether data confirm the repair without a person. */
    public static final String AUTOMATIC = "automatic";

    /** Whether a person goes there and looks. */
    public static final String ON_SITE = "onSite";

    /** Verdict on a result decided elsewhere. */
    public static final String RESULT_VERDICT = "resultVerdict";

    /** Whether limits are still to be moved after a change of the calendar. */
    public static final String MORE = "more";

    /** Groups the pushes of one sharing. */
    public static final String SHARING_NO = "sharingNo";

    /** The platform that a part of a sharing is about. */
    public static final String PLATFORM = "platform";

    /** Whether a delivered file could be read. */
    public static final String READABLE = "readable";

    /** Whether the differences of a reconciliation are pushed again. */
    public static final String PUSHES = "pushes";

    /** Whether a person has to look at a reconciliation. */
    public static final String DOUBTFUL = "doubtful";

    /** The joint application as JSON; taken in and removed by the first step. */
    public static final String APPLICATION = "application";

    /** Repair items in the window clerk's form, in order, each as JSON. */
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
                                    "legalRepresentative",
                                    "registrationAuthority",
                                    "contactName",
                                    "contactMobile",
                                    "agentName",
                                    "agentMobile",
                                    "email",
                                    "commitment"),
                            INTAKE_ITEMS.stream())
                    .collect(Collectors.toUnmodifiableSet());

    /** Variables with which a person may start a joint application. */
    public static final Set<String> INTAKE =
            Stream.concat(Stream.of(REGION, APPLICATION), INTAKE_FIELDS.stream())
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OUTCOMES =
            Stream.of(HumanTask.values())
                    .map(HumanTask::outcomeField)
                    .collect(Collectors.toUnmodifiableSet());

    private ProcessVariables() {}

    /** Whether a variable holds the outcome of a human task. */
    public static boolean isOutcome(String name) {
        return OUTCOMES.contains(name);
    }
}
