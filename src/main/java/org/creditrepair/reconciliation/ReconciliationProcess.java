package org.creditrepair.reconciliation;

/** Has what a platform displays read and compared (平台对账). */
public interface ReconciliationProcess {

    void begin(Reconciliation reconciliation);
}
