/**
 * Checks and registers a joint application, and takes in its correction. The same submission sent
 * again yields the same number.
 */
@org.springframework.modulith.NamedInterface("intake")
package org.creditrepair.application.intake;
