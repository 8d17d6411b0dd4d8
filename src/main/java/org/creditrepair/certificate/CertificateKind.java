package org.creditrepair.certificate;

/**
 * Kinds of electronic certificates (电子证照); which material of an application each stands for is data
 * of the regions.
 */
public enum CertificateKind {
    /** 营业执照、登记证书, of an organisation. */
    REGISTRATION("营业执照（登记证书）"),
    /** 居民身份证: of a natural person, or of who leads an organisation. */
    IDENTITY_CARD("居民身份证"),
    /** 履行证明, which the deciding unit has issued about a record. */
    FULFILMENT_PROOF("履行证明");

    private final String text;

    CertificateKind(String text) {
        this.text = text;
    }

    /** Its Chinese name. */
    public String text() {
        return text;
    }
}
