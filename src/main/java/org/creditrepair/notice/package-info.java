/**
 * Owns what applicants are told (告知): the words of each notice and the record that it was issued.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Notice",
        allowedDependencies = {"registry", "catalog", "application", "calendar", "task"})
package org.creditrepair.notice;
