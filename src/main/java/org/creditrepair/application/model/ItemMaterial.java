package org.creditrepair.application.model;

/**
 * A document handed in for an item.
 *
 * @param code which of the item's materials it is
 * @param correction whether it came with the correction
 */
public record ItemMaterial(String code, StoredMaterial material, boolean correction) {}
