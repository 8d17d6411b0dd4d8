package org.creditrepair.workflow.process;

/** The messages a waiting path takes, correlated by its business key. */
public final class Messages {

    /** 补正材料已提交. */
    public static final String MATERIALS_CORRECTED = "MaterialsCorrected";

    /** 申请人撤回申请. */
    public static final String APPLICATION_WITHDRAWN = "ApplicationWithdrawn";

    /** 当事人已陈述、申辩. */
    static final String STATEMENT_GIVEN = "StatementGiven";

    /** 回执齐全; the platform's code follows. */
    static final String RECEIPTS_ARRIVED = "ReceiptsArrived-";

    private Messages() {}
}
