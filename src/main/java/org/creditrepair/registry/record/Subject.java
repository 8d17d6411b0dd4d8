package org.creditrepair.registry.record;

import java.text.Normalizer;

/**
 * Whom a record is about (信用主体).
 *
 * @param type kind of subject
 * @param name registered name
 * @param code its code
 */
public record Subject(SubjectType type, String name, SubjectCode code) {

    /** Whether it has this name, whatever the width of its characters and the blanks in it. */
    public boolean isNamed(String other) {
        return plain(name).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
