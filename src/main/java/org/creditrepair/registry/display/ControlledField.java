package org.creditrepair.registry.display;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.creditrepair.vocabulary.Labelled;
import org.jspecify.annotations.Nullable;

/**
 * The fields whose penalties are displayed for a year at least (甘肃方案附件2; 呼和浩特方案三): 食品、药品、特种设备、
 * 安全生产、消防, with their usual spellings.
 */
public enum ControlledField implements Labelled {
    FOOD("食品", "食品药品", "food"),
    DRUGS("药品", "药品", "drugs?"),
    SPECIAL_EQUIPMENT("特种设备", "特种设备", "special[ _]equipment"),
    WORK_SAFETY("安全生产", "安全生产", "work[ _]safety"),
    FIRE("消防", "消防", "fire([ _](protection|safety))?");

    /** Words that speak of one of the fields, however they are put. */
    private static final Pattern HINT =
            Pattern.compile(
                    "食品|药品|药监|药械|特种设备|特设|安全生产|生产安全|安监|消防|food|drug|fire|special.equipment"
                            + "|work.safety");

    private static final String SUFFIX = "(安全)?(监管|监督管理|管理)?(领域|类)?";

    private final String text;
    private final Pattern spellings;

    ControlledField(String text, String combined, String english) {
        this.text = text;
        this.spellings =
                Pattern.compile("(" + text + "|" + combined + ")" + SUFFIX + "|" + english);
    }

    @Override
    public String text() {
        return text;
    }

    /** The field that a sender wrote; empty for any other, and for none. */
    public static Optional<ControlledField> of(@Nullable String written) {
        String plain = plain(written);
        return Arrays.stream(values())
                .filter(field -> field.spellings.matcher(plain).matches())
                .findFirst();
    }

    /** Whether what a sender wrote may mean one of the fields, but is none of their spellings. */
    public static boolean isUnclear(@Nullable String written) {
        return of(written).isEmpty() && HINT.matcher(plain(written)).find();
    }

    private static String plain(@Nullable String written) {
        return written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
    }
}
