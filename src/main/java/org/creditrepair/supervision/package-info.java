/** Owns the record of missed limits (超期) and what supervisors (督查人员) see of it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Supervision",
        allowedDependencies = {
            "calendar",
            "task",
            "catalog",
            "catalog :: model",
            "catalog :: rules",
            "registry :: display",
            "registry :: quality",
            "registry :: record",
            "registry :: register",
            "application :: model",
            "application :: progress",
            "notice",
            "notice :: message",
            "access :: account",
            "access :: login"
        })
package org.creditrepair.supervision;
