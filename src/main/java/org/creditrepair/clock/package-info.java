/** The clock that everything reads, in the business time zone. Used by all modules. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Clock",
        allowedDependencies = {})
package org.creditrepair.clock;
