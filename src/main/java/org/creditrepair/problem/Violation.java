package org.creditrepair.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param field path of the field as the sender wrote it, e.g. {@code items[0].recordNo}
 * @param code stable upper-case code for programs, e.g. {@code REQUIRED}
 * @param message what is wrong and what would be right, in Chinese, for people
 */
public record Violation(String field, String code, String message) {

    /** A field that must be given is missing or blank. */
    public static Violation required(String field) {
        return new Violation(field, "REQUIRED", "必填项，不能为空");
    }

    /** A field holds a value outside its values or form. */
    public static Violation invalid(String field, String message) {
        return new Violation(field, "INVALID", message);
    }
}
