/**
 * What the stores of all modules share: rows as records, records as parameters, generated keys,
 * JSON columns, locks by key. Used by all modules.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Storage",
        allowedDependencies = {"clock", "vocabulary"})
package org.creditrepair.storage;
