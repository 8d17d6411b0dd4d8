package org.creditrepair.access.account;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.creditrepair.access.AccessProperties;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The slow hash of the engine's passwords: Argon2id, each with a salt of its own. Its cost stands
 * in each hash, so that another cost holds for passwords that are set from then on.
 */
@Component
public class PasswordHash implements PasswordEncryptor {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;

    private final Argon2PasswordEncoder encoder;

    public PasswordHash(AccessProperties properties) {
        encoder =
                new Argon2PasswordEncoder(
                        SALT_BYTES,
                        HASH_BYTES,
                        PARALLELISM,
                        properties.passwordMemory(),
                        properties.passwordIterations());
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
        return "ARGON2ID";
    }
}
