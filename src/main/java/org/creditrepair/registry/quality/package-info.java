/**
 * Measures what data sources deliver: completeness, errors, delay. Owns the table of delivery
 * counts.
 */
@org.springframework.modulith.NamedInterface("quality")
package org.creditrepair.registry.quality;
