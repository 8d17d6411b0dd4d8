package org.creditrepair.access.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the nonce of a page's scripts with its request. The webapps write it into the response
 * header first and into the page later, and in between hold it in the servlet context, where any
 * other request would overwrite it: the browser would then refuse the scripts of its own page.
 */
class PageNonces extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new WithNonce(request), response);
    }

    /** A request with a servlet context of its own, as far as the nonce goes. */
    private static final class WithNonce extends HttpServletRequestWrapper {

        private final ServletContext context;
        private @Nullable Object nonce;

        WithNonce(HttpServletRequest request) {
            super(request);
            context =
                    (ServletContext)
                            Proxy.newProxyInstance(
                                    WithNonce.class.getClassLoader(),
                                    new Class<?>[] {ServletContext.class},
                                    (proxy, method, arguments) ->
                                            call(request.getServletContext(), method, arguments));
        }

        private @Nullable Object call(
                ServletContext shared, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            if (arguments != null
                    && ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE.equals(arguments[0])) {
                if (method.getName().equals("setAttribute")) {
                    nonce = arguments[1];
                }
                return nonce;
            }
            try {
                return method.invoke(shared, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }
    }
}
