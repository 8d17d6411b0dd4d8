/** Owns the record of missed limits (超期) and what supervisors (督查人员) see of it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Supervision",
        allowedDependencies = {
            "registry",
            "catalog",
            "task",
            "application",
            "sharing",
            "notice",
            "access",
            "calendar"
        })
package org.creditrepair.supervision;
