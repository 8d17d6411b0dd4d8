package org.creditrepair.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers of filters, which stand before whatever else writes problems (RFC 9457). */
public final class Refusals {

    private Refusals() {}

    /**
     * @param title in Chinese, without characters that JSON escapes
     */
    public static void write(HttpServletResponse response, HttpStatus status, String title)
            throws IOException {
        write(response, status, title, "[]");
    }

    /** As {@link #write(HttpServletResponse, HttpStatus, String)}, naming a field. */
    public static void write(
            HttpServletResponse response,
            HttpStatus status,
            String title,
            String field,
            String code)
            throws IOException {
        write(
                response,
                status,
                title,
                """
                [{"field":"%s","code":"%s","message":"%s"}]"""
                        .formatted(field, code, title));
    }

    /**
     * Asks a client to wait.
     *
     * @param wait until it may ask again
     */
    public static void tooMany(HttpServletResponse response, Duration wait, String title)
            throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
        write(response, HttpStatus.TOO_MANY_REQUESTS, title);
    }

    private static void write(
            HttpServletResponse response, HttpStatus status, String title, String errors)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(
                        """
                        {"type":"about:blank","title":"%s","status":%d,"errors":%s,"message":"%s"}"""
                                .formatted(title, status.value(), errors, title));
    }
}
