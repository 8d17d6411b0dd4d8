package org.creditrepair.application.model;

import org.jspecify.annotations.Nullable;

/**
 * Names one item of an application; the business key of its path instance.
 *
 * @param applicationNo number of the joint application
 * @param itemNo from 1, in the order handed in
 */
public record CaseKey(String applicationNo, int itemNo) {

    /** Whether a text is {@code {applicationNo}-{itemNo}}. */
    public static boolean isWellFormed(@Nullable String text) {
        return text != null && text.matches("\\d{10,30}-\\d{1,4}");
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
