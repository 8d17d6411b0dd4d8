package org.creditrepair.registry.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Of what form a file is.
 *
 * @param xlsx whether it is an XLSX; else it is a CSV
 * @param charset of a CSV; null where the sender does not say
 */
public record FileType(boolean xlsx, @Nullable Charset charset) {

    /** What is right, for people. */
    public static final String FORM_TEXT =
            "须为 text/csv（可附 charset=UTF-8 或 charset=GB18030）或 XLSX 的内容类型";

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Pattern CSV =
            Pattern.compile("text/csv\\s*(?:;\\s*charset\\s*=\\s*\"?([a-z0-9-]+)\"?\\s*)?");

    /** The form that a content type says; nothing if it says none of them. */
    public static Optional<FileType> of(String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).strip();
        if (type.startsWith(XLSX)) {
            return Optional.of(new FileType(true, null));
        }
        Matcher csv = CSV.matcher(type);
        if (!csv.matches()) {
            return Optional.empty();
        }
        String charset = csv.group(1);
        if (charset == null) {
            return Optional.of(new FileType(false, null));
        }
        return switch (charset) {
            case "utf-8", "utf8" -> Optional.of(new FileType(false, StandardCharsets.UTF_8));
            case "gb18030", "gbk", "gb2312" ->
                    Optional.of(new FileType(false, Charset.forName("GB18030")));
            default -> Optional.empty();
        };
    }
}
