package org.creditrepair.reconciliation;

/** Starts a comparison of a platform's display with the register (平台对账). */
public interface ReconciliationProcess {

    void begin(Reconciliation reconciliation);
}
