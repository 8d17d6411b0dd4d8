/**
 * Owns what portals, departments and browsers talk to: the REST interface with its OpenAPI page and
 * the pages for people. No rules of its own.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Web",
        allowedDependencies = {
            "calendar",
            "catalog",
            "task",
            "registry",
            "application",
            "sharing",
            "supervision",
            "access",
            "workflow",
            "hotline",
            "notice"
        })
package org.creditrepair.web;
