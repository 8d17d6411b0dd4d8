package org.creditrepair.access.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.creditrepair.access.Refusals;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.catalog.Catalog;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the engine's REST and the webapps' API: what the table does not allow to one of the
 * account's roles is answered with 403 before the engine is entered.
 */
public class EngineGate extends OncePerRequestFilter {

    /** The engine's REST, by itself or below the name of an engine, and as the webapps reach it. */
    private static final Pattern ENGINE =
            Pattern.compile("(?:/engine-rest|/camunda/api/engine)(?:/engine/default)?(/.*)");

    private static final String CONTEXT = "/camunda";
    private static final String WEBAPPS = CONTEXT + "/api";

    private final EngineResources resources = EngineResources.load();
    private final Catalog catalog;
    private final String prefix;

    /**
     * @param prefix below which everything is gated
     */
    public EngineGate(Catalog catalog, String prefix) {
        this.catalog = catalog;
        this.prefix = prefix + "/";
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !path(request).startsWith(prefix)
                && !path(request).equals(prefix.substring(0, prefix.length() - 1));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = path(request);
        Optional<Account> account = Accounts.current();
        Set<EngineRole> roles =
                account.map(one -> EngineRole.of(one, catalog))
                        .orElse(EnumSet.of(EngineRole.ANYBODY));
        if (resources.allows(roles, request.getMethod(), resource(asked))) {
            chain.doFilter(request, response);
        } else if (account.isEmpty()) {
            Refusals.write(response, HttpStatus.UNAUTHORIZED, "请先登录");
        } else {
            Refusals.write(response, HttpStatus.FORBIDDEN, "本账号无权使用此接口");
        }
    }

    /**
     * The path as the table writes it: of the engine without prefix, of the webapps with theirs.
     */
    private static String resource(String asked) {
        Matcher engine = ENGINE.matcher(asked);
        if (engine.matches()) {
            return engine.group(1);
        }
        return asked.startsWith(WEBAPPS) ? asked.substring(CONTEXT.length()) : asked;
    }
}
