package org.creditrepair.paper.press;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** The fonts of papers, which are free to be put into files. */
public enum PaperFont {
    /** Letters and digits; comes with PDFBox. */
    LATIN("Latin", "LiberationSans", "org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
    /** Chinese characters, all of GB 18030's first plane. */
    HAN("Han", "DroidSansFallback", "fonts/DroidSansFallbackFull.ttf");

    private final String family;
    private final String name;
    private final String file;

    PaperFont(String family, String name, String file) {
        this.family = family;
        this.name = name;
        this.file = file;
    }

    /** What style sheets call it. */
    String family() {
        return family;
    }

    /** What files call it. */
    String fontName() {
        return name;
    }

    public InputStream open() {
        try {
            return new ClassPathResource(file).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
