package org.creditrepair.certificate;

import org.jspecify.annotations.Nullable;

/**
 * A request for a certificate before any check.
 *
 * @param material code of the material that it is to be handed in as
 * @param uscc of the holder
 * @param recordNo of the record that it is about; only of a proof of fulfilment
 * @param consent whether the holder consents that it is fetched
 */
public record CertificateForm(
        @Nullable String material,
        @Nullable String uscc,
        @Nullable String recordNo,
        @Nullable Boolean consent) {}
