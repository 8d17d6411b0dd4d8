package org.creditrepair.access.security;

import static org.springframework.security.web.util.matcher.RequestMatchers.anyOf;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.creditrepair.access.AccessProperties;
import org.creditrepair.access.Refusals;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.access.edge.AnonymousSessions;
import org.creditrepair.access.edge.OwnPosts;
import org.creditrepair.access.gate.EngineGate;
import org.creditrepair.access.login.ApplicantLogin;
import org.creditrepair.access.login.ApplicantTokens;
import org.creditrepair.access.login.EngineIdentityFilter;
import org.creditrepair.access.login.FrontKey;
import org.creditrepair.access.login.LoginThrottle;
import org.creditrepair.access.login.LookupLimit;
import org.creditrepair.access.login.PasswordLogin;
import org.creditrepair.access.login.WebappLoginFilter;
import org.creditrepair.access.login.WebappSessions;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.problem.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Logins: HTTP Basic for the REST interfaces, the webapps' own login for the webapps and the pages
 * that open from them.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** What our own pages may load: nothing from elsewhere, no script in a page's text. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                    + " object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'self'";

    private static final RequestMatcher LOOKUPS =
            anyOf(
                    publicly("/api/v1/regions/*/subjects"),
                    publicly("/api/v1/regions/*/subjects/*/records"),
                    publicly("/api/v1/regions/*/guidance"),
                    publicly("/api/v1/progress/*"),
                    publicly("/api/v1/papers/*"),
                    publicly("/api/v1/hotline/*"),
                    path(HttpMethod.POST, "/api/v1/papers/*/checks"),
                    path(HttpMethod.POST, "/api/v1/progress/*/codes"),
                    path(HttpMethod.POST, "/api/v1/progress/*/logins"),
                    path(HttpMethod.POST, "/api/v1/regions/*/mobile-codes"),
                    path(HttpMethod.POST, "/api/v1/regions/*/mobile-logins"),
                    path(HttpMethod.POST, "/api/v1/identity/logins"));

    /** What costs a short message. */
    private static final RequestMatcher CODES =
            anyOf(
                    path(HttpMethod.POST, "/api/v1/progress/*/codes"),
                    path(HttpMethod.POST, "/api/v1/regions/*/mobile-codes"));

    /**
     * REST of the server and of the engine. Portals keep no session; the webapps' plugins come with
     * the webapps' login.
     */
    @Bean
    @Order(1)
    SecurityFilterChain rest(
            HttpSecurity http,
            Accounts accounts,
            LoginThrottle throttle,
            Catalog catalog,
            AccessProperties properties,
            ApplicantTokens applicants,
            FrontKey front)
            throws Exception {
        return http.securityMatcher(anyOf(path("/api/**"), path("/engine-rest/**")))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(SecurityConfiguration::ours)
                .sessionManagement(SecurityConfiguration::keepWebappSession)
                .authenticationProvider(new PasswordLogin(accounts, throttle))
                .httpBasic(basic -> basic.authenticationEntryPoint(PasswordLogin::ask))
                .exceptionHandling(e -> e.authenticationEntryPoint(PasswordLogin::ask))
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ASYNC, DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(
                                                LOOKUPS,
                                                publicly("/api/v1/regions"),
                                                publicly("/api/v1/regions/*/items"),
                                                publicly("/api/v1/regions/*/items/*"),
                                                publicly("/api/v1/regions/*/commitment"),
                                                publicly("/api/v1/certificates"),
                                                publicly("/api/v1/calendar/deadline"),
                                                publicly("/api/v1/calendar/days"),
                                                publicly("/api/v1/calendar/years"))
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .addFilterBefore(
                        WebappLoginFilter.againstForgery(accounts), BasicAuthenticationFilter.class)
                .addFilterBefore(new WebappSessions(accounts, throttle), WebappLoginFilter.class)
                .addFilterBefore(new ApplicantLogin(applicants), BasicAuthenticationFilter.class)
                .addFilterAfter(
                        new LookupLimit(LOOKUPS, properties.lookupsPerMinute(), front),
                        BasicAuthenticationFilter.class)
                .addFilterAfter(
                        new LookupLimit(CODES, properties.codesPerMinute(), front),
                        BasicAuthenticationFilter.class)
                .addFilterAfter(gate(catalog, "/engine-rest"), AuthorizationFilter.class)
                .addFilterAfter(new EngineIdentityFilter(accounts), EngineGate.class)
                .build();
    }

    /** Pages that reviewers and clerks open from the webapps, with the webapps' login. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Accounts accounts, LoginThrottle throttle)
            throws Exception {
        return http.securityMatcher(
                        anyOf(
                                path("/cases/**"),
                                path("/materials/**"),
                                path("/rules/**"),
                                path("/desk"),
                                path("/window")))
                .headers(SecurityConfiguration::ours)
                .sessionManagement(SecurityConfiguration::keepWebappSession)
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ASYNC, DispatcherType.ERROR)
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .exceptionHandling(e -> e.authenticationEntryPoint(toLogin()))
                .addFilterBefore(
                        WebappLoginFilter.ofPages(accounts), BasicAuthenticationFilter.class)
                .addFilterBefore(new WebappSessions(accounts, throttle), WebappLoginFilter.class)
                .build();
    }

    /** The webapps, which guard themselves behind the table of what each role may ask. */
    @Bean
    @Order(3)
    SecurityFilterChain webapps(
            HttpSecurity http, Accounts accounts, LoginThrottle throttle, Catalog catalog)
            throws Exception {
        return http.securityMatcher(path("/camunda/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(SecurityConfiguration::keepWebappSession)
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                path("/camunda/api/*/setup/**"),
                                                path("/camunda/app/*/*/setup/**"))
                                        .denyAll()
                                        .anyRequest()
                                        .permitAll())
                .exceptionHandling(
                        e ->
                                e.authenticationEntryPoint(SecurityConfiguration::nothingThere)
                                        .accessDeniedHandler(SecurityConfiguration::nothingThere))
                .addFilterBefore(
                        WebappLoginFilter.ofPages(accounts), BasicAuthenticationFilter.class)
                .addFilterBefore(new WebappSessions(accounts, throttle), WebappLoginFilter.class)
                .addFilterBefore(new AnonymousSessions(), WebappSessions.class)
                .addFilterAfter(gate(catalog, "/camunda/api"), AuthorizationFilter.class)
                .build();
    }

    /** Everything else is public, but for the page of errors, which nobody asks for. */
    @Bean
    @Order(4)
    SecurityFilterChain open(HttpSecurity http, AccessProperties properties, FrontKey front)
            throws Exception {
        RequestMatcher guidance = path(HttpMethod.POST, "/guide/**");
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(
                        headers -> {
                            ours(headers);
                            headers.cacheControl(cache -> cache.disable());
                        })
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(path("/error"))
                                        .denyAll()
                                        .anyRequest()
                                        .permitAll())
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(SecurityConfiguration::nothingThere))
                .addFilterBefore(new OwnPosts(), AuthorizationFilter.class)
                .addFilterBefore(
                        new LookupLimit(guidance, properties.lookupsPerMinute(), front),
                        AuthorizationFilter.class)
                .build();
    }

    /** Paths, parameters and headers hold no characters that cannot be seen. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(Text::isPlain);
        firewall.setAllowedParameterValues(Text::isPlain);
        return firewall;
    }

    @Bean
    RequestRejectedHandler malformed() {
        return new HttpStatusRequestRejectedHandler(HttpStatus.BAD_REQUEST.value()) {
            @Override
            public void handle(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    RequestRejectedException rejected)
                    throws IOException {
                Refusals.write(response, HttpStatus.BAD_REQUEST, "请求地址、参数或请求头含有不允许的字符");
            }
        };
    }

    private static EngineGate gate(Catalog catalog, String prefix) {
        return new EngineGate(catalog, prefix);
    }

    private static void ours(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(FrameOptionsConfig::sameOrigin)
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    /** A browser is led to the login of the reviewers' webapp. */
    private static AuthenticationEntryPoint toLogin() {
        MediaTypeRequestMatcher browsers = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        browsers.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        AuthenticationEntryPoint login =
                new LoginUrlAuthenticationEntryPoint("/camunda/app/tasklist/");
        return (request, response, refused) -> {
            if (browsers.matches(request)) {
                login.commence(request, response, refused);
            } else {
                Refusals.write(response, HttpStatus.UNAUTHORIZED, "请先在任务办理或督查监测中登录");
            }
        };
    }

    private static void nothingThere(
            HttpServletRequest request, HttpServletResponse response, RuntimeException refused)
            throws IOException {
        Refusals.write(response, HttpStatus.NOT_FOUND, "无此地址");
    }

    /**
     * No session is made here, and that of the webapps keeps its number: the webapps have given it
     * a new one at their login, and other requests of theirs are under way with it.
     */
    private static void keepWebappSession(SessionManagementConfigurer<HttpSecurity> sessions) {
        sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                .sessionFixation(fixation -> fixation.none());
    }

    private static RequestMatcher publicly(String pattern) {
        return path(HttpMethod.GET, pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    /** Matches whichever servlet serves the path. */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
