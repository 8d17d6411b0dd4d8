package org.creditrepair.access.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.creditrepair.access.account.Accounts;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hands the account that is logged in to the engine for the time of the request. */
public class EngineIdentityFilter extends OncePerRequestFilter {

    private final Accounts accounts;

    public EngineIdentityFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Accounts.current().ifPresent(accounts::enterEngine);
            chain.doFilter(request, response);
        } finally {
            accounts.leaveEngine();
        }
    }
}
