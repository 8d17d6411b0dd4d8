package org.creditrepair.sandbox;

/** How a platform of the sandbox behaves. */
enum Mode {
    /** Answers at once, with its receipt. */
    NORMAL("正常"),
    /** Answers after two seconds. */
    SLOW("缓慢"),
    /** Answers with an error. */
    FAILING("报错"),
    /** Does not answer. */
    DOWN("无应答"),
    /** Asks for patience: 429 with Retry-After. */
    BUSY("限流"),
    /** Refuses what it is told: 422. */
    REFUSING("拒收"),
    /** Takes it and does not answer. */
    TAKES_SILENTLY("已收不应答"),
    /** Takes it in; the receipt comes later. */
    LATE_RECEIPTS("回执后到"),
    /** Takes it in; receipts come later, the last first. */
    SHUFFLED_RECEIPTS("回执乱序"),
    /** Takes it in; its receipt comes before the answer, and once more later. */
    DOUBLED_RECEIPTS("回执重复"),
    /** Takes it in; the receipt never comes, and who asks is told to wait. */
    LOST_RECEIPTS("回执丢失"),
    /** Takes it in; the receipt that comes later refuses it. */
    REFUSING_RECEIPTS("回执拒绝");

    private final String text;

    Mode(String text) {
        this.text = text;
    }

    /** The Chinese name. */
    public String text() {
        return text;
    }
}
