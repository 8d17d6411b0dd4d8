/**
 * Owns what portals, departments and browsers talk to: the REST interface with its OpenAPI page and
 * the pages for people. No rules of its own.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Web",
        allowedDependencies = {
            "calendar",
            "task",
            "catalog",
            "catalog :: *",
            "registry :: *",
            "application :: *",
            "sharing :: *",
            "reconciliation",
            "certificate",
            "notice",
            "notice :: message",
            "notice :: serving",
            "hotline",
            "paper",
            "proof",
            "rating",
            "supervision :: *",
            "access :: *",
            "workflow",
            "workflow :: *"
        })
package org.creditrepair.web;
