package org.creditrepair.access.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.creditrepair.access.Refusals;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms that a browser sends from pages of others (CSRF). Its word for where a form comes
 * from is the header {@code Sec-Fetch-Site}, which knows nothing of proxies between; where an older
 * browser does not send it, {@code Origin}.
 */
public class OwnPosts extends OncePerRequestFilter {

    /** From a page of ours, or from nobody's: typed or from a bookmark. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.POST.matches(request.getMethod()) && isForeign(request)) {
            Refusals.write(response, HttpStatus.FORBIDDEN, "请从本站页面提交");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForeign(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return from == null ? CorsUtils.isCorsRequest(request) : !OWN.contains(from);
    }
}
