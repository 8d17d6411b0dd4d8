package org.creditrepair.access.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.creditrepair.access.AccessProperties;
import org.creditrepair.access.identity.IdentityLogin;
import org.creditrepair.access.identity.IdentityProvider;
import org.creditrepair.access.login.FrontKey;
import org.creditrepair.access.login.LookupLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The way to the identity provider and back (OpenID Connect, authorization code). Nobody stays
 * logged in by it: what follows is a token of our own.
 */
@Configuration(proxyBeanMethods = false)
class IdentitySecurity {

    private static final RedirectStrategy REDIRECT = new DefaultRedirectStrategy();

    @Bean
    @Order(0)
    SecurityFilterChain identity(
            HttpSecurity http,
            IdentityProvider provider,
            IdentityLogin login,
            AccessProperties properties,
            FrontKey front)
            throws Exception {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        RequestMatcher all =
                new OrRequestMatcher(
                        paths.matcher("/oauth2/authorization/" + IdentityProvider.ID),
                        paths.matcher("/login/oauth2/code/" + IdentityProvider.ID));
        return http.securityMatcher(all)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionFixation(fixation -> fixation.none()))
                .securityContext(
                        context ->
                                context.securityContextRepository(
                                        new NullSecurityContextRepository()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(
                        new LookupLimit(all, properties.lookupsPerMinute(), front),
                        OAuth2AuthorizationRequestRedirectFilter.class)
                .addFilterBefore(
                        (request, response, chain) -> {
                            if (provider.isReachable()) {
                                chain.doFilter(request, response);
                            } else {
                                REDIRECT.sendRedirect(
                                        (HttpServletRequest) request,
                                        (HttpServletResponse) response,
                                        IdentityLogin.FAILED);
                            }
                        },
                        OAuth2AuthorizationRequestRedirectFilter.class)
                .oauth2Login(
                        oidc ->
                                oidc.clientRegistrationRepository(provider)
                                        .authorizedClientRepository(new NoAuthorizedClients())
                                        .securityContextRepository(
                                                new NullSecurityContextRepository())
                                        .userInfoEndpoint(
                                                user ->
                                                        user.oidcUserService(
                                                                asked ->
                                                                        new DefaultOidcUser(
                                                                                List.of(),
                                                                                asked
                                                                                        .getIdToken())))
                                        .successHandler(
                                                (request, response, done) ->
                                                        login.succeeded(
                                                                request,
                                                                response,
                                                                ((OidcUser) done.getPrincipal())
                                                                        .getIdToken()
                                                                        .getTokenValue()))
                                        .failureHandler(
                                                new SimpleUrlAuthenticationFailureHandler(
                                                        IdentityLogin.FAILED)))
                .build();
    }
}
