package org.creditrepair.access.login;

import static org.springframework.security.web.util.matcher.RequestMatchers.anyOf;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.creditrepair.access.Refusals;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Proof;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logs an applicant in by a bearer token (RFC 6750), for what applicants may ask: to apply, their
 * application and its documents, materials, certificates, the hotline, objections, reminders.
 */
public class ApplicantLogin extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final RequestMatcher OPEN =
            anyOf(
                    path("/api/v1/applications/**"),
                    path("/api/v1/materials/**"),
                    path("/api/v1/identity"),
                    path("/api/v1/identity/logout"),
                    path("/api/v1/regions/*/guidance"),
                    path("/api/v1/regions/*/applications"),
                    path("/api/v1/regions/*/certificates"),
                    path("/api/v1/regions/*/reminders"),
                    path("/api/v1/regions/*/hotline"),
                    path("/api/v1/regions/*/records/*/objections"));

    private final ApplicantTokens tokens;

    public ApplicantLogin(ApplicantTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (given == null || !given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Proof> proof =
                OPEN.matches(request)
                        ? tokens.proofOf(given.substring(SCHEME.length()).strip())
                        : Optional.empty();
        if (proof.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, SCHEME.strip());
            Refusals.write(response, HttpStatus.UNAUTHORIZED, "身份核验已过期或不适用于此项业务，请重新获取短信验证码");
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        Account.ofApplicant(proof.get()), null, AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
