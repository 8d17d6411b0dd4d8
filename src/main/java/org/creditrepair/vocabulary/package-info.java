/** What the types of all modules are made of: region codes, and codes with a Chinese name. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Vocabulary",
        allowedDependencies = {})
package org.creditrepair.vocabulary;
