/**
 * A dishonesty record: who it is about, how long it is displayed, its state and history. Plain
 * values that refuse to exist invalid.
 */
@org.springframework.modulith.NamedInterface("record")
package org.creditrepair.registry.record;
