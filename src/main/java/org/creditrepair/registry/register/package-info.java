/**
 * The register of records: find, lock for a case, end and restore the display. Owns the tables of
 * records and of their history.
 */
@org.springframework.modulith.NamedInterface("register")
package org.creditrepair.registry.register;
