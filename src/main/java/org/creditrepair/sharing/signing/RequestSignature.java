package org.creditrepair.sharing.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** Signs requests; SM2 and SM3 (GB/T 32918, GB/T 32905) come from Bouncy Castle. */
public interface RequestSignature {

    /** Name of the way of signing, as it is told to the platform. */
    String algorithm();

    /** Digest of a body, in hexadecimal. */
    String digest(byte[] body);

    /** Signature of a text, in base64. */
    String sign(String text);

    /**
     * HMAC-SHA256, with SHA-256 as digest.
     *
     * @param key the shared key, used as it is written
     */
    static RequestSignature hmacSha256(String key) {
        SecretKeySpec spec = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        return new RequestSignature() {
            @Override
            public String algorithm() {
                return "HMAC-SHA256";
            }

            @Override
            public String digest(byte[] body) {
                return hex("SHA-256", null, body);
            }

            @Override
            public String sign(String text) {
                try {
                    Mac mac = Mac.getInstance("HmacSHA256");
                    mac.init(spec);
                    return base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    /**
     * SM2 with SM3 and the usual user id, with SM3 as digest.
     *
     * @param pkcs8 private key, PKCS#8 in base64
     * @throws IllegalArgumentException if it is none
     */
    static RequestSignature sm2(String pkcs8) {
        Provider provider = new BouncyCastleProvider();
        PrivateKey key;
        try {
            key =
                    KeyFactory.getInstance("EC", provider)
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pkcs8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("SM2 私钥须为 PKCS#8 的 base64", e);
        }
        return new RequestSignature() {
            @Override
            public String algorithm() {
                return "SM2-SM3";
            }

            @Override
            public String digest(byte[] body) {
                return hex("SM3", provider, body);
            }

            @Override
            public String sign(String text) {
                try {
                    java.security.Signature signature =
                            java.security.Signature.getInstance("SM3withSM2", provider);
                    signature.initSign(key);
                    signature.update(text.getBytes(StandardCharsets.UTF_8));
                    return base64(signature.sign());
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static String hex(String algorithm, @Nullable Provider provider, byte[] body) {
        try {
            MessageDigest digest =
                    provider == null
                            ? MessageDigest.getInstance(algorithm)
                            : MessageDigest.getInstance(algorithm, provider);
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
