package org.creditrepair.certificate;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One request to the library of certificates, as the register keeps it.
 *
 * @param holder code of the holder
 * @param recordNo of the record that it is about; null for a certificate of the holder itself
 * @param account that asked, with the holder's consent
 * @param certificateNo its number in the library; null if none was fetched
 * @param materialId of the document that was kept; null if none was fetched
 */
public record CertificateFetch(
        CertificateKind kind,
        String holder,
        @Nullable String recordNo,
        String account,
        OffsetDateTime fetchedAt,
        Outcome outcome,
        @Nullable String certificateNo,
        @Nullable String materialId) {

    /** What came of a request. */
    public enum Outcome {
        /** 已调取. */
        FETCHED,
        /** 无此证照. */
        NONE,
        /** 证照库不可用. */
        UNAVAILABLE
    }
}
