/**
 * Takes in records over REST and by file (归集). Each row is accepted, corrected, referred to a
 * person or rejected with a reason.
 */
@org.springframework.modulith.NamedInterface("collection")
package org.creditrepair.registry.collection;
