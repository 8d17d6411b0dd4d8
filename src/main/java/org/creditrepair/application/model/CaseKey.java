package org.creditrepair.application.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names one item of an application; the business key of its path instance.
 *
 * @param applicationNo number of the joint application
 * @param itemNo from 1, in the order handed in
 */
public record CaseKey(String applicationNo, int itemNo) {

    private static final Pattern KEY = Pattern.compile("\\d{10,30}-\\d{1,4}");

    /** Whether a text is {@code {applicationNo}-{itemNo}}. */
    public static boolean isWellFormed(@Nullable String text) {
        return text != null && KEY.matcher(text).matches();
    }

    /** The key of the case that a business key begins with, as that of a sharing does. */
    public static Optional<CaseKey> leading(@Nullable String text) {
        String whole = text == null ? "" : text;
        Matcher key = KEY.matcher(whole);
        return key.lookingAt() && (key.hitEnd() || whole.startsWith("-", key.end()))
                ? Optional.of(parse(key.group()))
                : Optional.empty();
    }

    /**
     * @throws IllegalArgumentException if the text is not {@code {applicationNo}-{itemNo}}
     */
    public static CaseKey parse(String text) {
        int dash = text.lastIndexOf('-');
        if (dash < 1) {
            throw new IllegalArgumentException("办件编号须为“申请编号-序号”：" + text);
        }
        try {
            return new CaseKey(text.substring(0, dash), Integer.parseInt(text.substring(dash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("办件编号须为“申请编号-序号”：" + text, e);
        }
    }

    @Override
    public String toString() {
        return applicationNo + "-" + itemNo;
    }
}
