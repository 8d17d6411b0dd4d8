package org.creditrepair.notice;

import java.util.function.Consumer;
import org.creditrepair.paper.PaperFormat;
import org.creditrepair.paper.Papers;
import org.creditrepair.paper.Papers.Draft;
import org.creditrepair.paper.press.PdfPress;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/** Presses papers that are signed as their draft says, and has them sealed and kept. */
@Component
class SealedPress {

    private final PdfPress press;
    private final Papers papers;

    SealedPress(PdfPress press, Papers papers) {
        this.press = press;
        this.papers = papers;
    }

    /**
     * @param template below {@code documents/}
     * @param fill puts in what the paper says besides its draft and mark
     */
    byte[] file(Draft draft, PaperFormat format, String template, Consumer<Context> fill) {
        return papers.file(
                draft,
                format,
                mark ->
                        press.print(
                                "documents/" + template,
                                model -> {
                                    model.setVariable("mark", mark);
                                    model.setVariable("draft", draft);
                                    fill.accept(model);
                                }));
    }

    /** The same without a seal, kept nowhere, in PDF. */
    byte[] draft(Draft draft, String template, Consumer<Context> fill) {
        return press.print(
                "documents/" + template,
                model -> {
                    model.setVariable("draft", draft);
                    fill.accept(model);
                });
    }
}
