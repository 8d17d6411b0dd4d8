package org.creditrepair.access;

import static org.springframework.security.web.util.matcher.RequestMatchers.anyOf;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Logins: HTTP Basic for the REST interfaces, the webapps' own login for the webapps and the pages
 * that open from them.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final AuthenticationEntryPoint ASK_FOR_LOGIN =
            (request, response, refused) -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                response.setHeader(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Basic realm=\"credit-repair\", charset=\"UTF-8\"");
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                response.getWriter()
                        .write(
                                """
                                {"type":"about:blank","title":"请先登录：账号或密码缺失或有误","status":401,"errors":[]}""");
            };

    /**
     * REST of the server and of the engine. Portals keep no session; the webapps' plugins come with
     * the webapps' login.
     */
    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http, Accounts accounts) throws Exception {
        return http.securityMatcher(anyOf(path("/api/**"), path("/engine-rest/**")))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(SecurityConfiguration::keepWebappSession)
                .authenticationProvider(new EngineAccounts(accounts))
                .httpBasic(basic -> basic.authenticationEntryPoint(ASK_FOR_LOGIN))
                .exceptionHandling(e -> e.authenticationEntryPoint(ASK_FOR_LOGIN))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                publicly("/api/v1/regions"),
                                                publicly("/api/v1/regions/*/items"),
                                                publicly("/api/v1/regions/*/items/*"),
                                                publicly("/api/v1/regions/*/subjects/*/records"),
                                                publicly("/api/v1/regions/*/guidance"),
                                                publicly("/api/v1/progress/*"),
                                                publicly("/api/v1/calendar/deadline"),
                                                publicly("/api/v1/calendar/days"),
                                                publicly("/api/v1/calendar/years"))
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .addFilterBefore(
                        WebappLoginFilter.againstForgery(accounts), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineIdentityFilter(accounts), AuthorizationFilter.class)
                .build();
    }

    /** Pages that reviewers and clerks open from the webapps, with the webapps' login. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Accounts accounts) throws Exception {
        return http.securityMatcher(anyOf(path("/cases/**"), path("/materials/**")))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin))
                .sessionManagement(SecurityConfiguration::keepWebappSession)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        e ->
                                e.authenticationEntryPoint(
                                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .addFilterBefore(
                        WebappLoginFilter.ofPages(accounts), BasicAuthenticationFilter.class)
                .build();
    }

    /** Everything else is public or, as the webapps, guards itself. */
    @Bean
    @Order(3)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
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
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, pattern);
    }

    /** Matches whichever servlet serves the path. */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    /** Checks passwords against the engine's identity service. */
    private record EngineAccounts(Accounts accounts) implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication login) {
            Account account =
                    accounts.login(login.getName(), String.valueOf(login.getCredentials()))
                            .orElseThrow(() -> new BadCredentialsException("账号或密码有误"));
            return UsernamePasswordAuthenticationToken.authenticated(
                    account, null, AuthorityUtils.NO_AUTHORITIES);
        }

        @Override
        public boolean supports(Class<?> type) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
        }
    }
}
