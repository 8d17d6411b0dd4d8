package org.creditrepair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Reads papers that the server makes. */
public final class Papers {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private static final PDFAFlavour FLAVOUR = PDFAFlavour.PDFA_2_A;

    private Papers() {}

    /** The text of a PDF without blanks; all its fonts must be in it. */
    public static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whose signature of the whole file holds; null if nobody has signed it. */
    public static String signer(byte[] pdf)
            throws IOException, CMSException, OperatorCreationException, GeneralSecurityException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (document.getSignatureDictionaries().isEmpty()) {
                return null;
            }
            PDSignature signature = document.getLastSignatureDictionary();
            int[] range = signature.getByteRange();
            assertThat(range[2] + range[3]).as("signed to its end").isEqualTo(pdf.length);
            CMSSignedData signed =
                    new CMSSignedData(
                            new CMSProcessableByteArray(signature.getSignedContent(pdf)),
                            withoutPadding(signature.getContents(pdf)));
            SignerInformation by = signed.getSignerInfos().iterator().next();
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509", PROVIDER)
                                    .generateCertificate(
                                            new ByteArrayInputStream(
                                                    signed.getCertificates()
                                                            .getMatches(null)
                                                            .iterator()
                                                            .next()
                                                            .getEncoded()));
            assertThat(
                            by.verify(
                                    new JcaSimpleSignerInfoVerifierBuilder()
                                            .setProvider(PROVIDER)
                                            .build(certificate)))
                    .isTrue();
            return certificate.getSubjectX500Principal().getName();
        }
    }

    /** The place that is kept for a signature is longer than it. */
    private static byte[] withoutPadding(byte[] contents) throws IOException {
        try (ASN1InputStream first = new ASN1InputStream(contents)) {
            return first.readObject().getEncoded();
        }
    }

    /** The code by which a paper is checked (验证码). */
    public static String code(byte[] pdf) {
        return text(pdf).replaceAll(".*验证码：([2-9A-Z]{16}).*", "$1");
    }

    /**
     * Sees that a paper is an archive file that bears the seal of the demo.
     *
     * @param name of its pictures
     */
    public static void requireSealed(byte[] pdf, String name) throws Exception {
        requireArchive(pdf, name);
        assertThat(signer(pdf)).as(name).isEqualTo("CN=信用修复演示专用印章,O=演示环境,C=CN");
    }

    /** Sees that a file is PDF/A (veraPDF), and draws it into the screenshots. */
    public static void requireArchive(byte[] pdf, String name)
            throws IOException, VeraPDFException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                File file =
                        new File("target/screenshots/paper-" + name + "-" + (page + 1) + ".png");
                file.getParentFile().mkdirs();
                ImageIO.write(new PDFRenderer(document).renderImageWithDPI(page, 60), "png", file);
            }
        }
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), FLAVOUR)) {
            assertThat(
                            Foundries.defaultInstance()
                                    .createValidator(FLAVOUR, false)
                                    .validate(parser)
                                    .getTestAssertions()
                                    .stream()
                                    .map(fault -> fault.getRuleId() + " " + fault.getMessage()))
                    .as(name)
                    .isEmpty();
        }
    }
}
