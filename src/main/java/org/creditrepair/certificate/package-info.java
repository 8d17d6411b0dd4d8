/**
 * Owns electronic certificates (电子证照) that are fetched with the holder's consent instead of being
 * uploaded: the connector to their library, and the register of who fetched what and when.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Certificate",
        allowedDependencies = {
            "application :: material",
            "application :: model",
            "calendar",
            "registry :: record",
            "registry :: register"
        })
package org.creditrepair.certificate;
