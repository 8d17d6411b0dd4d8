package org.creditrepair.certificate;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the library of certificates (电子证照库).
 *
 * @param address that answers for one certificate by POST; {@code {port}} stands for the server's
 *     own; null where none is connected, then everything is uploaded
 * @param secret bearer token that the server shows there
 * @param httpsOnly whether the address must be https
 */
@ConfigurationProperties("creditrepair.certificate")
public record CertificateProperties(
        @Nullable String address,
        @Nullable String secret,
        @DefaultValue("true") boolean httpsOnly) {

    private static final int LEAST_SECRET = 16;

    /**
     * @throws IllegalArgumentException if an address is given that is none, or without a secret
     */
    public CertificateProperties {
        if (address != null) {
            if (httpsOnly && !"https".equals(URI.create(address).getScheme())) {
                throw new IllegalArgumentException("creditrepair.certificate.address 须为 https 地址");
            }
            if (secret == null || secret.length() < LEAST_SECRET) {
                throw new IllegalArgumentException(
                        "creditrepair.certificate.secret 须至少 " + LEAST_SECRET + " 个字符");
            }
        }
    }

    /** Without the secret, which no log shows. */
    @Override
    public String toString() {
        return String.valueOf(address);
    }
}
