package org.creditrepair.access.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.web.filter.OncePerRequestFilter;

/** The webapps ask who is logged in; nobody is an answer without content, no error. */
final class LoginState extends OncePerRequestFilter {

    /** What they ask. */
    static final String PATH = "/camunda/api/admin/auth/user/" + ProcessEngines.NAME_DEFAULT;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isLoggedIn(request.getSession(false))) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private static boolean isLoggedIn(HttpSession session) {
        return session != null
                && AuthenticationUtil.getAuthsFromSession(session)
                                .getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT)
                        != null;
    }
}
