/** Owns requests to the hotline (修复热线): consultations, complaints, calls for help. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Hotline",
        allowedDependencies = {"calendar", "task", "catalog", "catalog :: model"})
package org.creditrepair.hotline;
