/**
 * How the server says no: every refusal of a request names the fields that caused it, in Chinese.
 * Used by all modules, depends on none.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Problem",
        allowedDependencies = {})
package org.creditrepair.problem;
