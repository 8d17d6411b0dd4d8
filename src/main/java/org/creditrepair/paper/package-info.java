/**
 * Owns papers: files in PDF and OFD, their seals and signatures, and the record of those issued.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Paper",
        allowedDependencies = {})
package org.creditrepair.paper;
