package org.creditrepair.certificate;

import java.util.Optional;
import java.util.stream.Stream;

/** Kinds of electronic certificates (电子证照), each for a material of applications. */
public enum CertificateKind {
    /** 营业执照、登记证书, of an organisation. */
    REGISTRATION("identity", "营业执照（登记证书）"),
    /** 居民身份证, of a natural person. */
    IDENTITY_CARD("identity", "居民身份证"),
    /** 履行证明, which the deciding unit has issued about a record. */
    FULFILMENT_PROOF("fulfilment-proof", "履行证明");

    private final String material;
    private final String text;

    CertificateKind(String material, String text) {
        this.material = material;
        this.text = text;
    }

    /** Code of the material that it is handed in as. */
    public String material() {
        return material;
    }

    /** Its Chinese name. */
    public String text() {
        return text;
    }

    /** The kind for a material; empty if no certificate stands for it. */
    static Optional<CertificateKind> of(String material, boolean naturalPerson) {
        return Stream.of(values())
                .filter(kind -> kind.material.equals(material))
                .filter(kind -> kind != (naturalPerson ? REGISTRATION : IDENTITY_CARD))
                .findFirst();
    }
}
