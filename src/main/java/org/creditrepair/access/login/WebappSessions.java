package org.creditrepair.access.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.creditrepair.access.Refusals;
import org.creditrepair.access.account.Accounts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Watches over the webapps' sessions: guesses of passwords are slowed, and a session ends when its
 * account is deleted or gets another password or other groups.
 */
public class WebappSessions extends OncePerRequestFilter {

    private static final String STAMP = WebappSessions.class.getName();
    private static final RequestMatcher LOGIN =
            PathPatternRequestMatcher.withDefaults()
                    .matcher("/camunda/api/admin/auth/user/{engine}/login/{webapp}");

    private final Accounts accounts;
    private final LoginThrottle throttle;

    public WebappSessions(Accounts accounts, LoginThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isOutlived(session)) {
            session.invalidate();
        }
        if (LOGIN.matches(request)) {
            login(request, response, chain);
        } else {
            repeatToken(request, response);
            chain.doFilter(request, response);
        }
    }

    /**
     * Gives a browser the token of its session again where it has another, as when an answer from
     * before the login came in late.
     */
    private static void repeatToken(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        Object token =
                session == null
                        ? null
                        : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        String name = CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME;
        Cookie shown = WebUtils.getCookie(request, name);
        if (token != null && (shown == null || !token.equals(shown.getValue()))) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(name, token.toString())
                            .path(request.getContextPath() + "/camunda")
                            .sameSite("Lax")
                            .secure(request.isSecure())
                            .build()
                            .toString());
        }
    }

    private boolean isOutlived(HttpSession session) {
        Optional<String> name = account(session);
        return name.isPresent()
                && !accounts.stamp(name.get())
                        .filter(stamp -> stamp.equals(session.getAttribute(STAMP)))
                        .isPresent();
    }

    private void login(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String name = String.valueOf(request.getParameter("username"));
        Duration pause = throttle.pause(request.getRemoteAddr(), name);
        if (!pause.isZero()) {
            Refusals.tooMany(response, pause, "登录失败次数过多，请稍后再试");
            return;
        }
        // Taken before the password is checked, so that one changed meanwhile ends the session.
        String stamp = accounts.stamp(name).orElse("");
        chain.doFilter(new Stamping(request, stamp), response);
        HttpSession session = request.getSession(false);
        if (session != null && account(session).filter(name::equals).isPresent()) {
            throttle.succeeded(request.getRemoteAddr(), name);
        } else if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            throttle.failed(request.getRemoteAddr(), name);
        }
    }

    /** Stamps the session of a login as it begins, before the browser can ask for more with it. */
    private static final class Stamping extends HttpServletRequestWrapper {

        private final String stamp;

        Stamping(HttpServletRequest request, String stamp) {
            super(request);
            this.stamp = stamp;
        }

        @Override
        public HttpSession getSession(boolean create) {
            HttpSession session = super.getSession(create);
            if (session != null) {
                session.setAttribute(STAMP, stamp);
            }
            return session;
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }
    }

    private static Optional<String> account(HttpSession session) {
        return Optional.ofNullable(
                        AuthenticationUtil.getAuthsFromSession(session)
                                .getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT))
                .map(login -> login.getIdentityId());
    }
}
