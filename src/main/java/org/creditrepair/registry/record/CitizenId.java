package org.creditrepair.registry.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The number of a person (公民身份号码, GB 11643-1999): 18 characters, of which the last checks the
 * others.
 *
 * @param value 17 digits and a digit or X
 */
public record CitizenId(String value) implements SubjectCode {

    /** Error message for a value that does not have the form of a number. */
    public static final String FORM_TEXT = "公民身份号码须为 18 位：17 位数字（含出生日期）和一位数字或大写字母 X";

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final int FIRST_YEAR = 1880;
    private static final int LAST_YEAR = 2099;
    private static final String CHECKS = "10X98765432";

    /**
     * @throws IllegalArgumentException if the value is not of the form of a number; a wrong check
     *     character is not refused here, see {@link #checks()}
     */
    public CitizenId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(FORM_TEXT);
        }
    }

    public static boolean isWellFormed(String value) {
        return value != null && FORM.matcher(value).matches() && holdsDay(value.substring(6, 14));
    }

    private static boolean holdsDay(String digits) {
        try {
            int year = LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE).getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * Whether a code has to be kept from the public as the number of a person. A number that starts
     * with 9 (永久居留) may also be the code of a company; it is taken for a company's only if its
     * check character says so and not a person's.
     */
    public static boolean isProtected(String code) {
        return isWellFormed(code)
                && (code.charAt(0) != '9'
                        || new CitizenId(code).checks()
                        || !(Uscc.isWellFormed(code) && new Uscc(code).checks()));
    }

    /** Whether the check character is right: weights 2^(17-i) mod 11. */
    @Override
    public boolean checks() {
        return value.charAt(17) == checkCharacter(value.substring(0, 17));
    }

    /** The check character for the first 17 digits of a number. */
    public static char checkCharacter(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum = (sum + first17.charAt(i) - '0') * 2 % 11;
        }
        return CHECKS.charAt(sum % 11);
    }

    /** As it may be shown: region, then the last four characters. */
    @Override
    public String toString() {
        return value.substring(0, 6) + "********" + value.substring(14);
    }
}
