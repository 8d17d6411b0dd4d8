/**
 * Repair results that were decided elsewhere (结果互认). A result takes effect by the rules of an
 * application, or waits for a person.
 */
@org.springframework.modulith.NamedInterface("recognition")
package org.creditrepair.registry.recognition;
