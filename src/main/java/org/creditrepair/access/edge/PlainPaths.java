package org.creditrepair.access.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.creditrepair.access.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that could be read in two ways: with empty or dotted segments, path parameters,
 * or letters, digits, dots and slashes that are percent-encoded. What one filter takes for a public
 * page another must not take for the engine.
 */
class PlainPaths extends OncePerRequestFilter {

    private static final Pattern AMBIGUOUS =
            Pattern.compile(
                    "//|/\\.{1,2}(?:/|$)|[;\\\\]|%(?:2[EFef]|5[Cc]|3[0-9Bb]|[46][1-9A-Fa-f]|[57][0-9Aa])");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (AMBIGUOUS.matcher(request.getRequestURI()).find()) {
            Refusals.write(response, HttpStatus.BAD_REQUEST, "请求地址有歧义，请按接口文档书写");
            return;
        }
        chain.doFilter(request, response);
    }
}
