package org.creditrepair.paper.press;

import java.awt.Shape;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads what stands on a page of a PDF file: text, areas, lines, pictures, in their order. */
final class PageMarks extends PDFGraphicsStreamEngine {

    /** How far a character may stand from the end of the one before, in points. */
    private static final double TOUCH = 0.1;

    private final List<Mark> marks = new ArrayList<>();
    private final GeneralPath path = new GeneralPath();

    private PageMarks(PDPage page) {
        super(page);
    }

    static List<Mark> of(PDPage page) throws IOException {
        PageMarks marks = new PageMarks(page);
        marks.processPage(page);
        return marks.marks;
    }

    /** Something on a page; in points, from the left and from below. */
    sealed interface Mark {}

    /**
     * Characters that follow each other.
     *
     * @param font name of the font in the file
     * @param end where the next character would stand
     * @param size of the font
     */
    record Text(String text, String font, double x, double y, double end, double size)
            implements Mark {

        private boolean isFollowedBy(Text next) {
            return font.equals(next.font)
                    && size == next.size
                    && y == next.y
                    && Math.abs(end - next.x) < TOUCH;
        }

        private Text with(Text next) {
            return new Text(text + next.text, font, x, y, next.end, size);
        }
    }

    /**
     * @param rgb its colour
     */
    record Area(Shape shape, int rgb) implements Mark {}

    record Line(Shape shape, double width) implements Mark {}

    record Picture(BufferedImage image, Rectangle2D box) implements Mark {}

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement)
            throws IOException {
        double size = place.getScalingFactorX();
        double x = place.getTranslateX();
        String text = font.toUnicode(code);
        Text next =
                new Text(
                        text == null ? "" : text,
                        font.getName(),
                        x,
                        place.getTranslateY(),
                        x + displacement.getX() * size,
                        size);
        int last = marks.size() - 1;
        if (last >= 0 && marks.get(last) instanceof Text before && before.isFollowedBy(next)) {
            marks.set(last, before.with(next));
        } else {
            marks.add(next);
        }
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        marks.add(new Area((Shape) path.clone(), getGraphicsState().getNonStrokingColor().toRGB()));
        path.reset();
    }

    @Override
    public void strokePath() {
        marks.add(new Line((Shape) path.clone(), getGraphicsState().getLineWidth()));
        path.reset();
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        fillPath(windingRule);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        marks.add(
                new Picture(
                        image.getImage(),
                        new Rectangle2D.Double(
                                place.getTranslateX(),
                                place.getTranslateY(),
                                place.getScalingFactorX(),
                                place.getScalingFactorY())));
    }

    @Override
    public void appendRectangle(Point2D first, Point2D second, Point2D third, Point2D fourth) {
        path.moveTo(first.getX(), first.getY());
        path.lineTo(second.getX(), second.getY());
        path.lineTo(third.getX(), third.getY());
        path.lineTo(fourth.getX(), fourth.getY());
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        path.reset();
    }

    /** Our papers have nothing that is cut off. */
    @Override
    public void clip(int windingRule) {}

    /** Nor anything that fades. */
    @Override
    public void shadingFill(COSName name) {}
}
