package org.creditrepair.access.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.creditrepair.access.account.Accounts;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever is logged in to the webapps is logged in to the pages that open from them and to the REST
 * interface that their plugins use; there, a request that changes something must carry the webapps'
 * token against forgery.
 */
public final class WebappLoginFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Accounts accounts;
    private final boolean tokenNeeded;

    private WebappLoginFilter(Accounts accounts, boolean tokenNeeded) {
        this.accounts = accounts;
        this.tokenNeeded = tokenNeeded;
    }

    /** For pages that have a guard against forgery of their own. */
    public static WebappLoginFilter ofPages(Accounts accounts) {
        return new WebappLoginFilter(accounts, false);
    }

    /** For requests of the webapps' plugins. */
    public static WebappLoginFilter againstForgery(Accounts accounts) {
        return new WebappLoginFilter(accounts, true);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            Authentication login =
                    AuthenticationUtil.getAuthsFromSession(session)
                            .getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT);
            if (login != null && mayActOn(request)) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                accounts.load(login.getIdentityId()),
                                null,
                                AuthorityUtils.NO_AUTHORITIES));
                SecurityContextHolder.setContext(context);
            }
        }
        chain.doFilter(request, response);
    }

    /**
     * The webapps' token against forgery, for a page of ours that changes something: the cookie
     * that carries it is shown to the webapps alone. Empty where nobody is logged in.
     */
    public static Optional<String> token(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(
                        (String) session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME));
    }

    private boolean mayActOn(HttpServletRequest request) {
        String token = token(request).orElse(null);
        return !tokenNeeded
                || READING.contains(request.getMethod())
                || token != null
                        && token.equals(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME));
    }
}
