package org.creditrepair.paper;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Where the seal of a paper stands: over the name of the unit that signs it, on the last page that
 * has the name as a line of its own (GB/T 9704-2012, 7.3.5).
 *
 * @param page from 1
 * @param x of the middle of the name, in points from the left
 * @param y between its line and that of the date below, in points from the top
 */
record SealSpot(int page, double x, double y) {

    /** The spot in a file; empty if the name is nowhere a line of its own. */
    static Optional<SealSpot> find(PDDocument pdf, String name) throws IOException {
        Finder finder = new Finder(name);
        finder.getText(pdf);
        return Optional.ofNullable(finder.found);
    }

    private static final class Finder extends PDFTextStripper {

        private final String name;
        private @Nullable SealSpot found;

        Finder(String name) throws IOException {
            this.name = name;
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            if (text.strip().equals(name)) {
                TextPosition first = positions.get(0);
                TextPosition last = positions.get(positions.size() - 1);
                found =
                        new SealSpot(
                                getCurrentPageNo(),
                                (first.getXDirAdj() + last.getXDirAdj() + last.getWidthDirAdj())
                                        / 2,
                                first.getYDirAdj() + first.getHeightDir());
            }
        }
    }
}
