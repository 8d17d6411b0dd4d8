/**
 * Owns what portals are told without asking (Webhook): an event for each state that an item of
 * theirs comes to, signed after the Standard Webhooks specification.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Webhook",
        allowedDependencies = {
            "application :: model",
            "application :: progress",
            "calendar",
            "catalog",
            "catalog :: model"
        })
package org.creditrepair.webhook;
