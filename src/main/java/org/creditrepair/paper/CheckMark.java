package org.creditrepair.paper;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * What stands on a paper so that anybody can check it (文书查验).
 *
 * @param code 验证码
 * @param site address of the page where papers are checked, to which the code is added; empty if it
 *     is not known
 */
public record CheckMark(String code, String site) {

    private static final int MODULE = 6;
    private static final int QUIET = 4;
    private static final int WHITE = 0xFFFFFF;

    /** The address of the paper as a QR code: a PNG image within a data address. */
    public String picture() {
        QrCode qr = QrCode.encodeText(site + code, QrCode.Ecc.MEDIUM);
        int size = (qr.size + 2 * QUIET) * MODULE;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                boolean dark = qr.getModule(x / MODULE - QUIET, y / MODULE - QUIET);
                image.setRGB(x, y, dark ? 0 : WHITE);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
