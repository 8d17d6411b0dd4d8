/**
 * Owns who may do what: logins, regions as tenants, units as groups, the engine's authorizations
 * and the accounts of the demo.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"catalog", "catalog :: model"})
package org.creditrepair.access;
