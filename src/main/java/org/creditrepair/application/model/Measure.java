package org.creditrepair.application.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What becomes of a defaulter's listing (失信被执行人信息的处理方式); three different results. */
public enum Measure {
    /** 删除. */
    DELETE("删除"),
    /** 屏蔽. */
    SHIELD("屏蔽"),
    /** 缩短期限. */
    SHORTEN("缩短期限");

    private final String text;

    Measure(String text) {
        this.text = text;
    }

    /** What people read, in Chinese. */
    public String text() {
        return text;
    }

    /**
     * @throws IllegalArgumentException if the text is none of a measure
     */
    public static Measure of(@Nullable String text) {
        return Arrays.stream(values())
                .filter(measure -> measure.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("无此处理方式：" + text));
    }
}
