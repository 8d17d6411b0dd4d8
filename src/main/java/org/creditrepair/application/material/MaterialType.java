package org.creditrepair.application.material;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Finds the type of a document from its content. */
final class MaterialType {

    /** How many bytes of a content tell its type: enough for the first entries of a package. */
    static final int HEAD = 256 * 1024;

    /** Before its first entry a document has unpacked no more than this, in bytes. */
    private static final long MOST = 16L * 1024 * 1024;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private MaterialType() {}

    /**
     * @param start the first {@link #HEAD} bytes of the content
     * @return the media type, or empty if the content is none that is taken
     */
    static Optional<String> of(byte[] start) {
        if (begins(start, PDF)) {
            return Optional.of("application/pdf");
        }
        if (begins(start, JPEG)) {
            return Optional.of("image/jpeg");
        }
        if (begins(start, PNG)) {
            return Optional.of("image/png");
        }
        return begins(start, ZIP) && holdsOfd(start)
                ? Optional.of("application/ofd")
                : Optional.empty();
    }

    /** An OFD document (GB/T 33190) is a ZIP package with an entry OFD.xml at its root. */
    private static boolean holdsOfd(byte[] start) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(start))) {
            byte[] part = new byte[8192];
            long unpacked = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("OFD.xml")) {
                    return true;
                }
                for (int n = zip.read(part); n > 0 && unpacked <= MOST; n = zip.read(part)) {
                    unpacked += n;
                }
                if (unpacked > MOST) {
                    return false;
                }
            }
            return false;
        } catch (IOException | IllegalArgumentException endOfStart) {
            return false;
        }
    }

    private static boolean begins(byte[] content, byte[] mark) {
        return content.length >= mark.length
                && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }
}
