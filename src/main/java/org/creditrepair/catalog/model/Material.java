package org.creditrepair.catalog.model;

/**
 * A document an application needs (申请材料).
 *
 * @param code English slug, unique in the item
 * @param name Chinese title
 * @param required whether the application cannot be decided without it
 * @param shared whether the units fetch it themselves, so that it need not be handed in
 */
public record Material(String code, String name, boolean required, boolean shared) {}
