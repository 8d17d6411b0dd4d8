/**
 * Owns dishonesty records (失信信息): who they are about, how long they are displayed, when they may be
 * repaired, how they were collected and what became of them.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Registry",
        allowedDependencies = {
            "calendar",
            "task",
            "catalog",
            "catalog :: model",
            "catalog :: rules"
        })
package org.creditrepair.registry;
