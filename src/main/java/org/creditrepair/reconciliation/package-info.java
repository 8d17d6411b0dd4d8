/**
 * Compares what platforms display with the register (对账). A difference is pushed again, or waits
 * for a person.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Reconciliation",
        allowedDependencies = {
            "calendar",
            "task",
            "catalog",
            "catalog :: model",
            "catalog :: rules",
            "registry :: recognition",
            "registry :: record",
            "registry :: register",
            "sharing :: connection",
            "sharing :: ledger"
        })
package org.creditrepair.reconciliation;
