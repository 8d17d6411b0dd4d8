/**
 * Owns what each region offers: its units, platforms and repair items with limits, materials and
 * conditions as in force on a day. Read from one data file per region.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {"calendar", "task"})
package org.creditrepair.catalog;
