package org.creditrepair.sharing.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A platform did not take a push. The message is for people, in Chinese. */
public final class DeliveryFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** How to handle the failure. */
    public enum Kind {
        /** 稍后重试. */
        RETRY,
        /** 平台明确拒绝: the same push would be refused again, a person has to look at it. */
        REFUSED,
        /** 暂缓: the platform is being left alone and was not asked at all. */
        POSTPONED
    }

    private final Kind kind;
    private final transient @Nullable Duration retryAfter;

    private DeliveryFailedException(Kind kind, String message, @Nullable Duration retryAfter) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** It may be tried again after the usual pause. */
    public static DeliveryFailedException retry(String message) {
        return new DeliveryFailedException(Kind.RETRY, message, null);
    }

    /**
     * It may be tried again.
     *
     * @param after how long the platform asks to be left alone; null if it does not say
     */
    public static DeliveryFailedException retry(String message, @Nullable Duration after) {
        return new DeliveryFailedException(Kind.RETRY, message, after);
    }

    /** It is not tried again before a person has looked at it. */
    public static DeliveryFailedException refused(String message) {
        return new DeliveryFailedException(Kind.REFUSED, message, null);
    }

    /** The platform was not asked. */
    public static DeliveryFailedException postponed() {
        return new DeliveryFailedException(Kind.POSTPONED, "平台连续出错，暂缓推送", null);
    }

    public Kind kind() {
        return kind;
    }

    /** How long the platform asks to be left alone; null if it does not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
