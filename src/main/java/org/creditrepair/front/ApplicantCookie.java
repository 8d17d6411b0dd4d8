package org.creditrepair.front;

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
 * The login of an applicant in the browser. It comes with no request from another site, and no
 * script can read it.
 */
final class ApplicantCookie {

    private static final String NAME = "applicant";
    private static final Pattern VALUE = Pattern.compile("(\\d{8,32})\\.([\\w-]{16,128})");

    private ApplicantCookie() {}

    /** A login for one application. */
    record Login(String applicationNo, String token) {}

    static Optional<Login> of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null) {
            return Optional.empty();
        }
        Matcher value = VALUE.matcher(cookie.getValue());
        return value.matches()
                ? Optional.of(new Login(value.group(1), value.group(2)))
                : Optional.empty();
    }

    static void keep(HttpServletRequest request, HttpServletResponse response, Login login) {
        set(request, response, login.applicationNo() + "." + login.token(), Duration.ofSeconds(-1));
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .path(request.getContextPath() + "/progress")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
