package org.creditrepair.web.shared;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.creditrepair.problem.RefusedException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Forms in which reports are had ({@code ?format=}). */
public enum Download {
    JSON(MediaType.APPLICATION_JSON_VALUE),
    CSV(Download.CSV_TYPE + ";charset=UTF-8"),
    XLSX(Download.XLSX_TYPE),
    PDF(MediaType.APPLICATION_PDF_VALUE);

    /** Content type of CSV files. */
    public static final String CSV_TYPE = "text/csv";

    /** Content type of XLSX files. */
    public static final String XLSX_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String type;

    Download(String type) {
        this.type = type;
    }

    /**
     * @param offered the forms that there are
     * @throws RefusedException if the text names none of them
     */
    public static Download of(String text, Download... offered) {
        return Arrays.stream(offered)
                .filter(format -> format.code().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                RefusedException.invalid(
                                        "format",
                                        "INVALID",
                                        Arrays.stream(offered)
                                                .map(Download::code)
                                                .collect(Collectors.joining("、", "取值须为 ", " 之一"))));
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An answer that is saved as a file of this name; a PDF is shown first. */
    public ResponseEntity<Object> answer(String name, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
                .body(content);
    }

    /** The header {@code Content-Disposition} of a file of this name. */
    public String disposition(String name) {
        return ContentDisposition.builder(this == PDF ? "inline" : "attachment")
                .filename(name + "." + code(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
