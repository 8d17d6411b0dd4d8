package org.creditrepair.problem;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;

/** Gathers everything that is wrong with one form or row, field by field. */
public final class Violations {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final int MOST_EMAIL = 254;

    /** Mailbox of RFC 5321 without quotes and comments, so that it is one address and no header. */
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{0,180}[.][A-Za-z]{2,24}");

    private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?");

    private final LocalDate today;
    private final List<Violation> found = new ArrayList<>();

    /**
     * @param today the last day that a date may name
     */
    public Violations(LocalDate today) {
        this.today = today;
    }

    public List<Violation> found() {
        return List.copyOf(found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public void add(Violation violation) {
        found.add(violation);
    }

    public void addAll(List<Violation> violations) {
        found.addAll(violations);
    }

    /**
     * A text that must be there, may be {@code max} characters long, and has no unseen characters.
     */
    public void text(String field, @Nullable String value, int max) {
        if (isBlank(value)) {
            add(Violation.required(field));
        } else {
            optional(field, value, max);
        }
    }

    /**
     * A text that may be missing, may be {@code max} characters long, and has no unseen characters.
     */
    public void optional(String field, @Nullable String value, int max) {
        Text.check(field, value, max).ifPresent(this::add);
    }

    /** A day that must be there and is not in the future; null if it is not. */
    public @Nullable LocalDate day(String field, @Nullable String value) {
        if (isBlank(value)) {
            add(Violation.required(field));
            return null;
        }
        return optionalDay(field, value);
    }

    /** A day that may be missing and is not in the future; null if it is not there or wrong. */
    public @Nullable LocalDate optionalDay(String field, @Nullable String value) {
        LocalDate day = isBlank(value) ? null : anyDay(field, value);
        if (day != null && day.isAfter(today)) {
            add(new Violation(field, "FUTURE_DATE", "不能晚于今天（" + today + "）"));
        }
        return day;
    }

    /** A day that must be there, past or future; null if it is not. */
    public @Nullable LocalDate anyDay(String field, @Nullable String value) {
        if (isBlank(value)) {
            add(Violation.required(field));
            return null;
        }
        try {
            return Day.parse(value);
        } catch (DateTimeException e) {
            add(
                    Violation.invalid(
                            field, "日期须写作 YYYY-MM-DD，在 " + Day.FIRST + " 至 " + Day.LAST + " 之间"));
            return null;
        }
    }

    /** A code that must be there and is one of an enumeration's; null if it is not. */
    public <E extends Enum<E>> @Nullable E code(
            String field, @Nullable String value, Class<E> codes) {
        if (isBlank(value)) {
            add(Violation.required(field));
            return null;
        }
        return optionalCode(field, value, codes);
    }

    /**
     * A code that may be missing and is one of an enumeration's; null if it is not there or wrong.
     */
    public <E extends Enum<E>> @Nullable E optionalCode(
            String field, @Nullable String value, Class<E> codes) {
        if (isBlank(value)) {
            return null;
        }
        E[] known = codes.getEnumConstants();
        E code =
                Arrays.stream(known)
                        .filter(one -> one.name().equals(value))
                        .findFirst()
                        .orElse(null);
        if (code == null) {
            add(Violation.invalid(field, "取值须为 " + Arrays.toString(known) + " 之一"));
        }
        return code;
    }

    /** A whole number that must be there and lies between two, both included. */
    public void number(String field, @Nullable Integer value, int least, int most) {
        if (value == null) {
            add(Violation.required(field));
        } else if (value < least || value > most) {
            add(new Violation(field, "RANGE", "须在 " + least + " 至 " + most + " 之间"));
        }
    }

    /**
     * @throws RefusedException naming everything that was found, if anything was
     */
    public void refuse() {
        if (!isEmpty()) {
            throw RefusedException.invalid(found());
        }
    }

    /** A mobile number (手机号码) that may be missing. */
    public void mobile(String field, @Nullable String value) {
        if (!isBlank(value) && !MOBILE.matcher(value).matches()) {
            add(Violation.invalid(field, "须为 11 位手机号码"));
        }
    }

    /** An e-mail address (电子邮箱) that may be missing: 254 characters at most. */
    public void email(String field, @Nullable String value) {
        if (!isBlank(value) && (value.length() > MOST_EMAIL || !EMAIL.matcher(value).matches())) {
            add(Violation.invalid(field, "须为电子邮箱地址"));
        }
    }

    /**
     * A mobile number that must be there, by itself.
     *
     * @throws RefusedException if it is missing or none
     */
    public static String requiredMobile(String field, @Nullable String value) {
        if (isBlank(value)) {
            throw RefusedException.invalid(List.of(Violation.required(field)));
        }
        if (!MOBILE.matcher(value).matches()) {
            throw RefusedException.invalid(List.of(Violation.invalid(field, "须为 11 位手机号码")));
        }
        return value;
    }

    /** A number that must be there: mobile, or landline with its area code (座机). */
    public void phone(String field, @Nullable String value) {
        if (isBlank(value)) {
            add(Violation.required(field));
        } else if (!MOBILE.matcher(value).matches() && !LANDLINE.matcher(value).matches()) {
            add(Violation.invalid(field, "须为 11 位手机号码，或带区号的座机号码"));
        }
    }

    @Contract("null -> true")
    public static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
