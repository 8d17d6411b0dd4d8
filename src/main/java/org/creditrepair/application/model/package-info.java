/**
 * A joint application: its items, their stages, materials, results and deadlines. Plain values; the
 * business key of an item is a CaseKey.
 */
@org.springframework.modulith.NamedInterface("model")
package org.creditrepair.application.model;
