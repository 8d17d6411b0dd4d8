/**
 * Owns the shared platforms (共享平台): what each is told, the ledger of every push with its receipt,
 * and delivery by HTTP. At least once sent, once in effect, by an idempotency key.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Sharing",
        allowedDependencies = {
            "calendar",
            "catalog",
            "catalog :: model",
            "catalog :: rules",
            "registry :: record"
        })
package org.creditrepair.sharing;
