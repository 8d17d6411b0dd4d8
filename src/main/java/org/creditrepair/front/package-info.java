/**
 * Owns the pages for applicants. They know the server by its public REST interface alone, called
 * over HTTP as any portal calls it, so that a portal can do the same.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Front",
        allowedDependencies = {})
package org.creditrepair.front;
