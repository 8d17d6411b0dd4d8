package org.creditrepair.catalog.model;

import java.util.regex.Pattern;

/**
 * A six-digit administrative division code (行政区划代码, GB/T 2260); also the engine's tenant id.
 *
 * @param value the six digits
 */
public record RegionCode(String value) {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{5}");

    /**
     * @throws IllegalArgumentException if the value is not six digits
     */
    public RegionCode {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("行政区划代码须为六位数字：" + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
