package org.creditrepair.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A six-digit administrative division code (行政区划代码, GB/T 2260); also the engine's tenant id.
 *
 * @param value the six digits
 */
public record RegionCode(String value) implements Comparable<RegionCode> {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{5}");

    /**
     * @throws IllegalArgumentException if the value is not six digits
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RegionCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("行政区划代码须为六位数字：" + value);
        }
    }

    /** Whether a text is six digits as a code of this kind has them. */
    public static boolean isWellFormed(@Nullable String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** The region of a tenant; null for what belongs to the whole nation. */
    public static @Nullable RegionCode ofTenant(@Nullable String tenant) {
        return tenant == null ? null : new RegionCode(tenant);
    }

    @Override
    @JsonValue
    public String value() {
        return value;
    }

    @Override
    public int compareTo(RegionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
