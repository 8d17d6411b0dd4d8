package org.creditrepair.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.creditrepair.paper.press.Millimetres;
import org.ofdrw.gm.ses.v1.SES_ESPictrueInfo;
import org.ofdrw.gm.ses.v1.SES_Header;
import org.ofdrw.gm.ses.v4.SES_CertList;
import org.ofdrw.gm.ses.v4.SES_ESPropertyInfo;
import org.ofdrw.gm.ses.v4.SES_SealInfo;
import org.ofdrw.gm.ses.v4.SESeal;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.OFDSigner;
import org.ofdrw.sign.SignMode;
import org.ofdrw.sign.signContainer.SESV4Container;
import org.ofdrw.sign.stamppos.NormalStampPos;

/** Seals and signs OFD files with an electronic seal (GB/T 38540, SM2 with SM3). */
final class OfdSealer {

    private static final String ALGORITHM = "SM3withSM2";
    private static final String MAKER = "CreditRepair";
    private static final int KIND_OF_UNIT = 1;

    private OfdSealer() {}

    /**
     * @param name of the unit whose seal it is
     * @param picture the imprint, as PNG
     */
    static byte[] seal(byte[] ofd, SealKey key, String name, byte[] picture, SealSpot spot) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OFDReader reader = new OFDReader(new ByteArrayInputStream(ofd));
                OFDSigner signer = new OFDSigner(reader, sealed)) {
            signer.setSignMode(SignMode.WholeProtected);
            signer.setSignContainer(
                    new SESV4Container(key.key(), sealOf(key, name, picture), key.certificate()));
            signer.addApPos(
                    new NormalStampPos(
                            spot.page(),
                            Millimetres.of(spot.x()) - SealPicture.DIAMETER / 2,
                            Millimetres.of(spot.y()) - SealPicture.DIAMETER / 2,
                            SealPicture.DIAMETER,
                            SealPicture.DIAMETER));
            signer.exeSign();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return sealed.toByteArray();
    }

    /** The seal as data: imprint and certificate, signed by the key itself. */
    private static SESeal sealOf(SealKey key, String name, byte[] picture)
            throws GeneralSecurityException, IOException {
        ASN1EncodableVector certificates = new ASN1EncodableVector(1);
        certificates.add(new DEROctetString(key.certificate().getEncoded()));
        Date from = key.certificate().getNotBefore();
        SES_SealInfo info =
                new SES_SealInfo()
                        .setHeader(new SES_Header(SES_Header.V4, new DERIA5String(MAKER)))
                        .setEsID(new DERIA5String(key.certificate().getSerialNumber().toString(16)))
                        .setProperty(
                                new SES_ESPropertyInfo()
                                        .setType(new ASN1Integer(KIND_OF_UNIT))
                                        .setName(new DERUTF8String(name))
                                        .setCertListType(SES_ESPropertyInfo.CertListType)
                                        .setCertList(
                                                SES_CertList.getInstance(
                                                        SES_ESPropertyInfo.CertListType,
                                                        new DERSequence(certificates)))
                                        .setCreateDate(new ASN1GeneralizedTime(from))
                                        .setValidStart(new ASN1GeneralizedTime(from))
                                        .setValidEnd(
                                                new ASN1GeneralizedTime(
                                                        key.certificate().getNotAfter())))
                        .setPicture(
                                new SES_ESPictrueInfo()
                                        .setType("PNG")
                                        .setData(picture)
                                        .setWidth((long) SealPicture.DIAMETER)
                                        .setHeight((long) SealPicture.DIAMETER));
        Signature signature = Signature.getInstance(ALGORITHM, SealKeys.PROVIDER);
        signature.initSign(key.key());
        signature.update(info.getEncoded(ASN1Encoding.DER));
        return new SESeal()
                .seteSealInfo(info)
                .setCert(key.certificate())
                .setSignAlgID(GMObjectIdentifiers.sm2sign_with_sm3)
                .setSignedValue(signature.sign());
    }
}
