/**
 * Owns the proof of being the applicant (申请人身份核验): a code sent to the mobile of an application, and
 * the token that it is exchanged for.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Proof",
        allowedDependencies = {
            "access :: account",
            "access :: identity",
            "access :: login",
            "application :: model",
            "application :: progress",
            "catalog",
            "catalog :: model",
            "notice",
            "notice :: message"
        })
package org.creditrepair.proof;
