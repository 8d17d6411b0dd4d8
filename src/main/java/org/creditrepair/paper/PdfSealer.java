package org.creditrepair.paper;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.OffsetDateTime;
import java.util.Date;
import org.creditrepair.paper.press.Millimetres;

/** Seals and signs PDF files (PAdES baseline B, ETSI EN 319 142-1). */
final class PdfSealer {

    private static final DigestAlgorithm DIGEST = DigestAlgorithm.SHA256;

    private PdfSealer() {}

    /**
     * @param picture the imprint, as PNG
     * @param at when it is signed
     */
    static byte[] seal(byte[] pdf, SealKey key, byte[] picture, SealSpot spot, OffsetDateTime at) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DIGEST);
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(key.chain().stream().map(CertificateToken::new).toList());
        parameters.bLevel().setSigningDate(Date.from(at.toInstant()));
        parameters.setReason("签发");
        parameters.setImageParameters(image(picture, spot));
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        DSSDocument document = new InMemoryDocument(pdf);
        try (ByteArrayOutputStream signed = new ByteArrayOutputStream()) {
            byte[] asked = service.getDataToSign(document, parameters).getBytes();
            service.signDocument(document, parameters, signature(key, asked)).writeTo(signed);
            return signed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SignatureValue signature(SealKey key, byte[] asked) {
        SignatureAlgorithm algorithm =
                SignatureAlgorithm.getAlgorithm(
                        EncryptionAlgorithm.forKey(key.certificate().getPublicKey()), DIGEST);
        try {
            Signature signature = Signature.getInstance(algorithm.getJCEId(), SealKeys.PROVIDER);
            signature.initSign(key.key());
            signature.update(asked);
            return new SignatureValue(algorithm, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SignatureImageParameters image(byte[] picture, SealSpot spot) {
        float size = (float) Millimetres.points(SealPicture.DIAMETER);
        SignatureFieldParameters field = new SignatureFieldParameters();
        field.setPage(spot.page());
        field.setOriginX((float) spot.x() - size / 2);
        field.setOriginY((float) spot.y() - size / 2);
        field.setWidth(size);
        field.setHeight(size);
        SignatureImageParameters image = new SignatureImageParameters();
        image.setImage(new InMemoryDocument(picture, "seal.png", MimeTypeEnum.PNG));
        image.setFieldParameters(field);
        return image;
    }
}
