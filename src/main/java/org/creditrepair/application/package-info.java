/**
 * Owns joint applications (联办申请): what is handed in, how each item stands, its stages with their
 * limits, corrections, withdrawal and the progress the applicant sees.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Application",
        allowedDependencies = {
            "calendar",
            "task",
            "catalog",
            "catalog :: document",
            "catalog :: model",
            "catalog :: rules",
            "registry :: display",
            "registry :: record",
            "registry :: register"
        })
package org.creditrepair.application;
