package org.creditrepair.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.creditrepair.paper.press.PaperFont;
import org.springframework.stereotype.Component;

/** The imprint of a seal (印章图样) as PNG: a picture of the operator's, or one that is drawn. */
@Component
class SealPicture {

    /** Diameter of an imprint, in millimetres. */
    static final double DIAMETER = 42;

    private static final int PIXELS = 600;
    private static final float RING = 14;
    private static final Color RED = new Color(200, 16, 16);
    private static final int POINTS = 5;
    private static final double STAR = 0.3;
    private static final double STAR_WAIST = 0.382;
    private static final double REACH = Math.toRadians(250);
    private static final double NAME_RADIUS = 0.76;
    private static final double REMARK_HEIGHT = 0.62;
    private static final float LARGEST = 78;
    private static final float SMALL = 52;

    private final PaperProperties properties;
    private final Font font;

    SealPicture(PaperProperties properties) {
        this.properties = properties;
        try (InputStream file = PaperFont.HAN.open()) {
            font = Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param seal {@code {region}-{unit}}
     * @param name of the unit, round the star of an imprint that is drawn
     */
    byte[] of(String seal, String name) {
        try {
            if (properties.sealPictures() != null) {
                Path picture = properties.sealPictures().resolve(seal + ".png");
                if (Files.isRegularFile(picture)) {
                    return Files.readAllBytes(picture);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(drawn(name), "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedImage drawn(String name) {
        BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(RED);
        graphics.setStroke(new BasicStroke(RING));
        graphics.draw(new Ellipse2D.Float(RING, RING, PIXELS - 2 * RING, PIXELS - 2 * RING));
        graphics.translate(PIXELS / 2.0, PIXELS / 2.0);
        graphics.fill(star(PIXELS / 2.0 * STAR));
        name(graphics, name);
        remark(graphics, properties.sealRemark());
        graphics.dispose();
        return image;
    }

    private static Shape star(double radius) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 2 * POINTS; i++) {
            double angle = Math.PI * i / POINTS - Math.PI / 2;
            double reach = i % 2 == 0 ? radius : radius * STAR_WAIST;
            if (i == 0) {
                star.moveTo(reach * Math.cos(angle), reach * Math.sin(angle));
            } else {
                star.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
            }
        }
        star.closePath();
        return star;
    }

    /** The characters stand on a circle, from left to right, open below. */
    private void name(Graphics2D graphics, String name) {
        double radius = PIXELS / 2.0 * NAME_RADIUS;
        int count = name.length();
        double step = count < 2 ? 0 : Math.min(REACH / (count - 1), Math.toRadians(32));
        float size = (float) Math.min(LARGEST, step == 0 ? LARGEST : radius * step * 0.95);
        double angle = -step * (count - 1) / 2;
        for (int i = 0; i < count; i++) {
            Shape glyph = glyphs(name.substring(i, i + 1), size);
            AffineTransform place = AffineTransform.getRotateInstance(angle);
            place.translate(0, -radius);
            graphics.fill(place.createTransformedShape(glyph));
            angle += step;
        }
    }

    private void remark(Graphics2D graphics, String remark) {
        if (!remark.isEmpty()) {
            AffineTransform place =
                    AffineTransform.getTranslateInstance(0, PIXELS / 2.0 * REMARK_HEIGHT);
            graphics.fill(place.createTransformedShape(glyphs(remark, SMALL)));
        }
    }

    /** Outlines with their middle at the origin. */
    private Shape glyphs(String text, float size) {
        Shape outline =
                font.deriveFont(size)
                        .createGlyphVector(new FontRenderContext(null, true, true), text)
                        .getOutline();
        Rectangle2D box = outline.getBounds2D();
        return AffineTransform.getTranslateInstance(-box.getCenterX(), -box.getCenterY())
                .createTransformedShape(outline);
    }
}
