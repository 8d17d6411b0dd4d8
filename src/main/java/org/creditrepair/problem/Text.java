package org.creditrepair.problem;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;

/**
 * What texts from people and networks may hold: no control characters, which break logs and tables,
 * and no format characters, which are not seen and make different names look alike.
 */
public final class Text {

    /** Texts that may be this long, in characters, or longer may have several lines. */
    public static final int LINES_FROM = 500;

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]");
    private static final Pattern UNSEEN_BUT_LINES =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}&&[^\\n\\r\\t]]");

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{11,}[\\dXx]?");

    private Text() {}

    /**
     * The error of a text; empty if it is valid or null.
     *
     * @param max how many characters it may have
     */
    public static Optional<Violation> check(String field, @Nullable String value, int max) {
        if (value == null) {
            return Optional.empty();
        }
        if (value.length() > max) {
            return Optional.of(new Violation(field, "TOO_LONG", "不能超过 " + max + " 字"));
        }
        Pattern unseen = max >= LINES_FROM ? UNSEEN_BUT_LINES : UNSEEN;
        return unseen.matcher(value).find() ? Optional.of(unseen(field)) : Optional.empty();
    }

    /**
     * A text as the engine hands it over, stripped and in composed form; null for nothing.
     *
     * @throws RefusedException if it is of another type, as a file or a list would be
     */
    public static @Nullable String given(String field, @Nullable Object value) {
        if (value != null && !(value instanceof String)) {
            throw RefusedException.malformed(field, "TYPE", "须为文本");
        }
        return value instanceof String text && !text.isBlank() ? normalized(text.strip()) : null;
    }

    /** Says that a field holds characters that cannot be seen. */
    public static Violation unseen(String field) {
        return new Violation(field, "CHARACTERS", "含有控制字符或不可见字符，请删除后重试");
    }

    /** Whether a text is free of unseen characters; lines are allowed. */
    public static boolean isPlain(String value) {
        return !UNSEEN_BUT_LINES.matcher(value).find();
    }

    /** A text from elsewhere that is kept whatever it holds: unseen characters become blanks. */
    @Contract("!null -> !null")
    public static @Nullable String cleaned(@Nullable String value) {
        return value == null ? null : normalized(UNSEEN_BUT_LINES.matcher(value).replaceAll(" "));
    }

    /**
     * A text from elsewhere without unseen characters and without long numbers, as those of persons
     * and phones are; cut where it is longer.
     *
     * @param max how many characters are kept
     */
    public static String withoutNumbers(String value, int max) {
        String kept = LONG_NUMBER.matcher(cleaned(value)).replaceAll("…");
        return StringUtils.truncate(kept, max);
    }

    /** The text in Unicode's composed form (NFC); null stays null. */
    @Contract("!null -> !null")
    public static @Nullable String normalized(@Nullable String value) {
        return value == null ? null : Normalizer.normalize(value, Normalizer.Form.NFC);
    }
}
