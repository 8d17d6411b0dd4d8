package org.creditrepair.registry.record;

import java.util.regex.Pattern;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last of which checks
 * the others.
 *
 * @param value the 18 characters, upper case
 */
public record Uscc(String value) implements SubjectCode {

    /** Error message for a value that does not have the form of a code. */
    public static final String FORM_TEXT = "统一社会信用代码须为 18 位，由数字和不含 I、O、Z、S、V 的大写字母组成";

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM =
            Pattern.compile("[" + ALPHABET + "]{2}\\d{6}[" + ALPHABET + "]{10}");

    /**
     * @throws IllegalArgumentException if the value is not of the form of a code; a wrong check
     *     character is not refused here, see {@link #checks()}
     */
    public Uscc {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(FORM_TEXT + "：" + value);
        }
    }

    public static boolean isWellFormed(String value) {
        return value != null && FORM.matcher(value).matches();
    }

    /** Whether the check character is right: (31 − Σ 3^i·v(i) mod 31) mod 31. */
    @Override
    public boolean checks() {
        return value.charAt(17) == checkCharacter(value.substring(0, 17));
    }

    /**
     * The check character for the first 17 characters of a code.
     *
     * @throws IllegalArgumentException if a character is not of the code's alphabet
     */
    public static char checkCharacter(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int digit = ALPHABET.indexOf(first17.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("统一社会信用代码不含此字符：" + first17.charAt(i));
            }
            sum += digit * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return value;
    }
}
