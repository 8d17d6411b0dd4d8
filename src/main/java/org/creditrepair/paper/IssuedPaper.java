package org.creditrepair.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import org.creditrepair.vocabulary.RegionCode;

/**
 * A paper that a unit has issued.
 *
 * @param code 验证码
 * @param number id of the document, unique
 * @param unit name of the unit that signed it
 * @param sealed whether there was a key to seal it with
 * @param pdfSha256 digest of the PDF file, in hexadecimal
 * @param ofdSha256 digest of the OFD file
 */
public record IssuedPaper(
        String code,
        String number,
        RegionCode region,
        String title,
        String unit,
        OffsetDateTime issuedAt,
        boolean sealed,
        String pdfSha256,
        String ofdSha256) {

    /** Whether a file with this digest is the one that was issued, unchanged. */
    public boolean isUnchanged(String sha256) {
        return isEqual(sha256, pdfSha256) || isEqual(sha256, ofdSha256);
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
