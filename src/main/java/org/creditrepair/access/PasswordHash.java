package org.creditrepair.access;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/** The slow hash of the engine's passwords: PBKDF2 with HMAC-SHA256, each with a salt of its own. */
@Component
public class PasswordHash implements PasswordEncryptor {

    private static final int SALT_BYTES = 16;

    private final Pbkdf2PasswordEncoder encoder;

    public PasswordHash(AccessProperties properties) {
        encoder =
                new Pbkdf2PasswordEncoder(
                        "",
                        SALT_BYTES,
                        properties.passwordIterations(),
                        SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2";
    }
}
