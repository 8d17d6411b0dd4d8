package org.creditrepair.catalog.model;

import org.jspecify.annotations.Nullable;

/**
 * A document an application needs (申请材料).
 *
 * @param code English slug, unique in the item
 * @param name Chinese title
 * @param required whether the application cannot be decided without it
 * @param shared whether the units fetch it themselves, so that it need not be handed in
 * @param certificate kind of the electronic certificate (电子证照) that stands for it: REGISTRATION,
 *     IDENTITY_CARD or FULFILMENT_PROOF; null if none does
 */
public record Material(
        String code, String name, boolean required, boolean shared, @Nullable String certificate) {

    /** One that no certificate stands for. */
    public Material(String code, String name, boolean required, boolean shared) {
        this(code, name, required, shared, null);
    }
}
