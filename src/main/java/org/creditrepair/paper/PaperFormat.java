package org.creditrepair.paper;

import org.springframework.http.MediaType;

/** Formats that papers are issued in. */
public enum PaperFormat {
    PDF(MediaType.APPLICATION_PDF),
    /** GB/T 33190. */
    OFD(MediaType.valueOf("application/ofd"));

    private final MediaType type;

    PaperFormat(MediaType type) {
        this.type = type;
    }

    public MediaType type() {
        return type;
    }

    /** Its name in addresses, and the end of file names. */
    public String extension() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
