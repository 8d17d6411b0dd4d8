package org.creditrepair.access.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.creditrepair.access.Refusals;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms that a browser sends from pages of others (CSRF): its word for where a form comes
 * from is in the headers {@code Sec-Fetch-Site} and {@code Origin}.
 */
public class OwnPosts extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean foreign =
                "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                        || CorsUtils.isCorsRequest(request);
        if (foreign && HttpMethod.POST.matches(request.getMethod())) {
            Refusals.write(response, HttpStatus.FORBIDDEN, "请从本站页面提交");
        } else {
            chain.doFilter(request, response);
        }
    }
}
