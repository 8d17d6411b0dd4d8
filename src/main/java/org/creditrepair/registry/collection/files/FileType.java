package org.creditrepair.registry.collection.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Types of files.
 *
 * @param xlsx whether it is an XLSX; else it is a CSV
 * @param charset of a CSV; null where the sender does not say
 */
public record FileType(boolean xlsx, @Nullable Charset charset) {

    /** The expected form, in Chinese. */
    public static final String FORM_TEXT =
            "须为 text/csv（可附 charset=UTF-8 或 charset=GB18030）或 XLSX 的内容类型";

    private static final MimeType XLSX =
            MimeType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MimeType CSV = MimeType.valueOf("text/csv");

    /** The form that a content type says; nothing if it says none of them. */
    public static Optional<FileType> of(@Nullable String contentType) {
        try {
            MimeType type = MimeTypeUtils.parseMimeType(String.valueOf(contentType));
            if (type.equalsTypeAndSubtype(XLSX)) {
                return Optional.of(new FileType(true, null));
            }
            return type.equalsTypeAndSubtype(CSV) ? csv(type) : Optional.empty();
        } catch (InvalidMimeTypeException e) {
            return Optional.empty();
        }
    }

    private static Optional<FileType> csv(MimeType type) {
        Charset charset = type.getCharset();
        if (charset == null) {
            return type.getParameters().isEmpty()
                    ? Optional.of(new FileType(false, null))
                    : Optional.empty();
        }
        boolean more = type.getParameters().size() > 1;
        return switch (more ? "" : charset.name()) {
            case "UTF-8" -> Optional.of(new FileType(false, StandardCharsets.UTF_8));
            case "GB18030", "GBK", "GB2312" ->
                    Optional.of(new FileType(false, Charset.forName("GB18030")));
            default -> Optional.empty();
        };
    }
}
