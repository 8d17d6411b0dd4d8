/**
 * Owns what applicants are told (告知): the words of each notice and the record that it was issued.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Notice",
        allowedDependencies = {
            "calendar",
            "task",
            "catalog",
            "catalog :: model",
            "registry :: quality",
            "registry :: record",
            "registry :: register",
            "registry :: review",
            "application :: model",
            "application :: progress"
        })
package org.creditrepair.notice;
