package org.creditrepair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;

/** Reads papers that the server makes. */
public final class Papers {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

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
}
