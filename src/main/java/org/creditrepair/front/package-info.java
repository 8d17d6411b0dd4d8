/**
 * Owns the pages for applicants. They know the server by its public REST interface alone, called
 * over HTTP as any portal calls it, so that a portal can do the same; with the key by which the
 * addresses of those who ask are believed.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Front",
        allowedDependencies = {"access :: identity", "access :: login"})
package org.creditrepair.front;
