package org.creditrepair.workflow.process;

/** The messages a waiting path takes, correlated by its business key. */
public final class Messages {

    /** 补正材料已提交. */
    public static final String MATERIALS_CORRECTED = "MaterialsCorrected";

    /** 申请人撤回申请. */
    public static final String APPLICATION_WITHDRAWN = "ApplicationWithdrawn";

    /** 回执齐全; the platform's code follows. */
    static final String RECEIPTS_ARRIVED = "ReceiptsArrived-";

    private Messages() {}
}
