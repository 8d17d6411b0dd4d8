/**
 * What a region offers: units, platforms and repair items with their limits, materials and
 * conditions. Plain values; they know neither files nor tables.
 */
@org.springframework.modulith.NamedInterface("model")
package org.creditrepair.catalog.model;
