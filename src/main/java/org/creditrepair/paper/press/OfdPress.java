package org.creditrepair.paper.press;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.creditrepair.paper.press.PageMarks.Area;
import org.creditrepair.paper.press.PageMarks.Line;
import org.creditrepair.paper.press.PageMarks.Mark;
import org.creditrepair.paper.press.PageMarks.Picture;
import org.creditrepair.paper.press.PageMarks.Text;
import org.ofdrw.font.Font;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.VirtualPage;
import org.ofdrw.layout.element.canvas.Canvas;
import org.ofdrw.layout.element.canvas.DrawContext;
import org.ofdrw.layout.element.canvas.FontSetting;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Makes OFD files (GB/T 33190) of PDF files, with the same text in the same place, and those
 * characters of the fonts that it uses.
 */
@Component
public class OfdPress {

    public byte[] of(byte[] pdf) {
        ByteArrayOutputStream ofd = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Path files = Files.createTempDirectory("ofd");
            try {
                write(document, files, ofd);
            } finally {
                FileSystemUtils.deleteRecursively(files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ofd.toByteArray();
    }

    private static void write(PDDocument document, Path files, OutputStream ofd)
            throws IOException {
        List<List<Mark>> pages = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            pages.add(PageMarks.of(page));
        }
        Map<PaperFont, Font> fonts = fonts(pages, files);
        try (OFDDoc result = new OFDDoc(ofd)) {
            for (int i = 0; i < pages.size(); i++) {
                PDRectangle size = document.getPage(i).getMediaBox();
                double width = Millimetres.of(size.getWidth());
                double height = Millimetres.of(size.getHeight());
                List<Mark> marks = pages.get(i);
                Canvas canvas = new Canvas(0, 0, width, height);
                canvas.setDrawer(drawing -> draw(marks, fonts, files, height, drawing));
                result.addVPage(new VirtualPage(width, height).add(canvas));
            }
        }
    }

    private static void draw(
            List<Mark> marks,
            Map<PaperFont, Font> fonts,
            Path files,
            double height,
            DrawContext drawing)
            throws IOException {
        for (Mark mark : marks) {
            if (mark instanceof Text text) {
                drawing.setFont(
                        new FontSetting(Millimetres.of(text.size()), fonts.get(fontOf(text))));
                drawing.fillText(
                        text.text(), Millimetres.of(text.x()), height - Millimetres.of(text.y()));
            } else if (mark instanceof Area area) {
                drawing.beginPath();
                trace(area.shape(), height, drawing);
                drawing.setFillColor(red(area.rgb()), green(area.rgb()), blue(area.rgb())).fill();
            } else if (mark instanceof Line line) {
                drawing.beginPath();
                trace(line.shape(), height, drawing);
                drawing.setLineWidth(Millimetres.of(line.width())).stroke();
            } else if (mark instanceof Picture picture) {
                Path file = Files.createTempFile(files, "picture", ".png");
                ImageIO.write(picture.image(), "png", file.toFile());
                Rectangle2D box = picture.box();
                drawing.drawImage(
                        file,
                        Millimetres.of(box.getX()),
                        height - Millimetres.of(box.getMaxY()),
                        Millimetres.of(box.getWidth()),
                        Millimetres.of(box.getHeight()));
            }
        }
        drawing.beginPath();
    }

    private static void trace(Shape shape, double height, DrawContext drawing) {
        double[] at = new double[6];
        for (PathIterator way = shape.getPathIterator(null); !way.isDone(); way.next()) {
            int step = way.currentSegment(at);
            for (int i = 0; i < at.length; i += 2) {
                at[i] = Millimetres.of(at[i]);
                at[i + 1] = height - Millimetres.of(at[i + 1]);
            }
            switch (step) {
                case PathIterator.SEG_MOVETO -> drawing.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> drawing.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO ->
                        drawing.quadraticCurveTo(at[0], at[1], at[2], at[3]);
                case PathIterator.SEG_CUBICTO ->
                        drawing.bezierCurveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> drawing.closePath();
            }
        }
    }

    /** The fonts with the characters of the pages alone, as files. */
    private static Map<PaperFont, Font> fonts(List<List<Mark>> pages, Path files)
            throws IOException {
        Map<PaperFont, Font> fonts = new EnumMap<>(PaperFont.class);
        for (PaperFont font : PaperFont.values()) {
            try (InputStream whole = font.open();
                    TrueTypeFont parsed =
                            new TTFParser().parse(new RandomAccessReadBuffer(whole))) {
                TTFSubsetter used = new TTFSubsetter(parsed);
                pages.stream()
                        .flatMap(List::stream)
                        .filter(mark -> mark instanceof Text text && fontOf(text) == font)
                        .flatMapToInt(mark -> ((Text) mark).text().codePoints())
                        .forEach(used::add);
                Path file = files.resolve(font.fontName() + ".ttf");
                try (OutputStream out = Files.newOutputStream(file)) {
                    used.writeToStream(out);
                }
                fonts.put(font, new Font(font.fontName(), file));
            }
        }
        return fonts;
    }

    private static PaperFont fontOf(Text text) {
        return text.font().contains(PaperFont.LATIN.fontName()) ? PaperFont.LATIN : PaperFont.HAN;
    }

    private static int red(int rgb) {
        return rgb >> 16 & 0xFF;
    }

    private static int green(int rgb) {
        return rgb >> 8 & 0xFF;
    }

    private static int blue(int rgb) {
        return rgb & 0xFF;
    }
}
