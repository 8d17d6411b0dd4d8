/** The code of a region, by which everything is told apart. Used by all modules. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Region",
        allowedDependencies = {})
package org.creditrepair.region;
