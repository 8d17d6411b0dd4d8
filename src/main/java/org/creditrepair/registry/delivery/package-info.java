/**
 * What a data source delivers: rows, who sent them, and the result for each row. Plain values
 * shared by collection, quality and recognition.
 */
@org.springframework.modulith.NamedInterface("delivery")
package org.creditrepair.registry.delivery;
