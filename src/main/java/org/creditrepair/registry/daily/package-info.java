/** Ends the displays that expire each night. Owns the table of nightly reports. */
@org.springframework.modulith.NamedInterface("daily")
package org.creditrepair.registry.daily;
