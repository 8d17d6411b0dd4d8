/** Owns notices to applicants (告知): their texts and the record that each was issued. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Notice",
        allowedDependencies = {
            "access :: account",
            "calendar",
            "task",
            "catalog",
            "catalog :: document",
            "catalog :: model",
            "registry :: quality",
            "registry :: record",
            "registry :: register",
            "registry :: review",
            "application :: model",
            "application :: progress",
            "paper",
            "paper :: press"
        })
package org.creditrepair.notice;
