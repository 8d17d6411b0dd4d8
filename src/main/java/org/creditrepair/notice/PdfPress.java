package org.creditrepair.notice;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes PDF files of templates, with fonts that have all characters and are put into the file. */
@Component
class PdfPress {

    /** Letters and digits; comes with PDFBox. */
    private static final String LATIN =
            "org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Chinese characters, all of GB 18030's first plane. */
    private static final String HAN = "fonts/DroidSansFallbackFull.ttf";

    private final ITemplateEngine templates;

    PdfPress(ITemplateEngine templates) {
        this.templates = templates;
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    byte[] print(String template, Consumer<Context> fill) {
        Context model = new Context();
        fill.accept(model);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .useFont(() -> font(LATIN), "Latin")
                    .useFont(() -> font(HAN), "Han")
                    .withHtmlContent(templates.process(template, model), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String file) {
        try {
            return new ClassPathResource(file).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
