package org.creditrepair.workflow;

/** The messages a waiting path takes, correlated by its business key. */
final class Messages {

    /** 补正材料已提交. */
    static final String MATERIALS_CORRECTED = "MaterialsCorrected";

    /** 申请人撤回申请. */
    static final String APPLICATION_WITHDRAWN = "ApplicationWithdrawn";

    /** 回执齐全; the platform's code follows. */
    static final String RECEIPTS_ARRIVED = "ReceiptsArrived-";

    private Messages() {}
}
