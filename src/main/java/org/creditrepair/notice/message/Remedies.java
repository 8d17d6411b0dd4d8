package org.creditrepair.notice.message;

import org.creditrepair.catalog.model.RepairPath;

/** Remedies against a refusal (救济途径). */
public final class Remedies {

    /** 行政复议法, 行政诉讼法. */
    private static final String ADMINISTRATIVE = "对此有异议的，可自知道之日起六十日内申请行政复议，或者六个月内提起行政诉讼。";

    /** Decisions of courts have the courts' own remedy (法释〔2017〕7号). */
    private static final String JUDICIAL = "对此有异议的，可向作出决定的人民法院申请纠正，由人民法院依照其程序审查。";

    private Remedies() {}

    /**
     * The remedy against a decision.
     *
     * @param decider name of the unit that decides
     */
    public static String on(String path, String decider) {
        return RepairPath.of(path) == RepairPath.SERIOUS_JUDGMENT_DEFAULTER
                        || decider.endsWith("法院")
                ? JUDICIAL
                : ADMINISTRATIVE;
    }
}
