package org.creditrepair.paper;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The keys of the seals (电子印章), from the key store that the settings name. */
@Component
class SealKeys {

    /** What reads keys of SM2 too. */
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private static final String COMMON = "seal";
    private static final String SM2 = "-sm2";

    private final @Nullable KeyStore store;
    private final char[] password;

    /**
     * @throws IllegalStateException if the store cannot be read or opened
     */
    SealKeys(PaperProperties properties) {
        password = properties.sealPassword().toCharArray();
        store = properties.sealStore() == null ? null : open(properties.sealStore());
    }

    private KeyStore open(Resource file) {
        try (InputStream content = file.getInputStream()) {
            KeyStore keys = KeyStore.getInstance("PKCS12", PROVIDER);
            keys.load(content, password);
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "creditrepair.paper.seal-store 不能读取：" + e.getMessage(), e);
        }
    }

    /**
     * The key that signs PDF files; empty if there is none.
     *
     * @param seal {@code {region}-{unit}}
     */
    Optional<SealKey> ofPdf(String seal) {
        return either(seal, COMMON);
    }

    /** The key that signs OFD files (SM2, GB/T 32918); empty if there is none. */
    Optional<SealKey> ofOfd(String seal) {
        return either(seal + SM2, COMMON + SM2);
    }

    private Optional<SealKey> either(String alias, String common) {
        return key(alias).or(() -> key(common));
    }

    private Optional<SealKey> key(String alias) {
        if (store == null) {
            return Optional.empty();
        }
        try {
            if (!store.isKeyEntry(alias)) {
                return Optional.empty();
            }
            PrivateKeyEntry entry =
                    (PrivateKeyEntry) store.getEntry(alias, new PasswordProtection(password));
            return Optional.of(
                    new SealKey(
                            entry.getPrivateKey(),
                            List.copyOf(
                                    Arrays.asList(
                                            Arrays.copyOf(
                                                    entry.getCertificateChain(),
                                                    entry.getCertificateChain().length,
                                                    java.security.cert.X509Certificate[].class)))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("印章密钥 " + alias + " 不能使用：" + e.getMessage(), e);
        }
    }
}
