package org.creditrepair.vocabulary;

import java.security.SecureRandom;

/** Codes that people copy by hand and nobody guesses. */
public final class CopiedCode {

    /** Without 0, O, 1, I and L, which people confuse. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private CopiedCode() {}

    /**
     * @param length in characters, of about 4.9 random bits each
     */
    public static String random(int length) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < length; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
