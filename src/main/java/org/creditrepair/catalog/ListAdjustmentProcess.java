package org.creditrepair.catalog;

/** Carries changes of lists from filing to force (名单动态调整). */
public interface ListAdjustmentProcess {

    void begin(ListAdjustment adjustment);
}
