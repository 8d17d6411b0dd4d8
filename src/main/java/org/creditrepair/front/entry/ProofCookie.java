package org.creditrepair.front.entry;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The proof of an applicant in the browser, for the pages below an address. It comes with no
 * request from another site, and no script can read it.
 */
public enum ProofCookie {
    /** For a joint application, whose number it names. */
    CASE("applicant", "/progress"),
    /** For somebody who applies, whose region and mobile it names: {@code 150100-13800000000}. */
    APPLYING("applying", "/apply"),
    /** For somebody who asks or objects, likewise. */
    ASKING("asking", "/ask"),
    /** For somebody whom the identity provider knows, whose mobile it names. */
    IDENTITY("identity", "/");

    private static final Pattern VALUE = Pattern.compile("([\\d-]{8,32})\\.([\\w-]{16,128})");

    private final String title;
    private final String path;

    ProofCookie(String title, String path) {
        this.title = title;
        this.path = path;
    }

    /**
     * What was proved.
     *
     * @param about a number of an application, or a region and mobile
     */
    public record Proof(String about, String token) {}

    public Optional<Proof> of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, title);
        if (cookie == null) {
            return Optional.empty();
        }
        Matcher value = VALUE.matcher(cookie.getValue());
        return value.matches()
                ? Optional.of(new Proof(value.group(1), value.group(2)))
                : Optional.empty();
    }

    /** Keeps a proof until the browser is closed. */
    public void keep(HttpServletRequest request, HttpServletResponse response, Proof proof) {
        set(request, response, proof.about() + "." + proof.token(), Duration.ofSeconds(-1));
    }

    public void forget(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private void set(
            HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(title, value)
                        .path(request.getContextPath() + path)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
