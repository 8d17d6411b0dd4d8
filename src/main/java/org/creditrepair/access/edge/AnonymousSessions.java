package org.creditrepair.access.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Keeps visitors who have not logged in from filling the memory with sessions: what the webapps ask
 * for lasts for the request only. Their token against forgery is then the one in the cookie. The
 * session that begins with a login is a real one.
 */
public class AnonymousSessions extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                request.getSession(false) == null ? new Sessionless(request) : request, response);
    }

    /** A request whose session is not kept, until a login begins a new one. */
    private static final class Sessionless extends HttpServletRequestWrapper {

        private @Nullable Passing passing;

        Sessionless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            HttpSession real = super.getSession(false);
            if (real != null) {
                return real;
            }
            if (passing != null && passing.ended) {
                return super.getSession(create);
            }
            if (passing == null && create) {
                passing = new Passing(getServletContext(), token());
            }
            return passing;
        }

        @Override
        public HttpSession getSession() {
            return Objects.requireNonNull(getSession(true));
        }

        /**
         * The token of the cookie. Where there is none, only a page begins one: what a page loads
         * at the same time would each bring another, and a login under way would find the wrong
         * one.
         */
        private @Nullable String token() {
            Cookie cookie = WebUtils.getCookie(this, CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME);
            if (cookie != null) {
                return cookie.getValue();
            }
            String path = getRequestURI();
            boolean page =
                    path.startsWith(getContextPath() + "/camunda/app")
                            && path.indexOf('.', path.lastIndexOf('/')) < 0;
            return page ? null : UUID.randomUUID().toString();
        }
    }

    /** A session that lasts as long as its request. */
    private static final class Passing implements HttpSession {

        private final Map<String, Object> attributes = new HashMap<>();
        private final ServletContext context;
        private final long created = System.currentTimeMillis();
        private boolean ended;

        Passing(ServletContext context, @Nullable String token) {
            this.context = context;
            if (token != null) {
                attributes.put(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token);
            }
        }

        @Override
        public long getCreationTime() {
            return created;
        }

        @Override
        public String getId() {
            return "anonymous";
        }

        @Override
        public long getLastAccessedTime() {
            return created;
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public void setMaxInactiveInterval(int interval) {
            // It ends with the request.
        }

        @Override
        public int getMaxInactiveInterval() {
            return 0;
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return attributes.get(name);
        }

        @Override
        public Enumeration<String> getAttributeNames() {
            return Collections.enumeration(attributes.keySet());
        }

        @Override
        public void setAttribute(String name, Object value) {
            attributes.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            attributes.remove(name);
        }

        @Override
        public void invalidate() {
            ended = true;
        }

        @Override
        public boolean isNew() {
            return true;
        }
    }
}
