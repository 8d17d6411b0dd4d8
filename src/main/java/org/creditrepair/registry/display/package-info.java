/**
 * How long a record is displayed, and whether its display may end early. The numbers stand in rule
 * tables.
 */
@org.springframework.modulith.NamedInterface("display")
package org.creditrepair.registry.display;
