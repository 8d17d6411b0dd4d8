package org.creditrepair.certificate;

import org.jspecify.annotations.Nullable;

/**
 * A request for a certificate before any check.
 *
 * @param kind of {@link CertificateKind}
 * @param uscc of the holder
 * @param recordNo of the record that it is about; only of a proof of fulfilment
 * @param consent whether the holder consents that it is fetched
 */
public record CertificateForm(
        @Nullable String kind,
        @Nullable String uscc,
        @Nullable String recordNo,
        @Nullable Boolean consent) {}
