/**
 * Owns the demo: platforms inside the server that are reached by real HTTP and behave well or badly
 * on request, a clock that can be moved, and the first records. Only in the demo profile.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Sandbox",
        allowedDependencies = {
            "calendar",
            "catalog",
            "catalog :: model",
            "paper :: press",
            "registry :: collection",
            "registry :: delivery",
            "registry :: record",
            "registry :: register",
            "sharing :: connection"
        })
package org.creditrepair.sandbox;
