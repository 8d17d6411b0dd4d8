package org.creditrepair.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.UUID;
import org.creditrepair.sandbox.data.SandboxPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.util.function.SingletonSupplier;

/**
 * The demo's identity provider (统一身份认证), by Spring Authorization Server: whoever is chosen on its
 * page is logged in, without a password.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class SandboxIdentity {

    private static final String PAGE = "/sandbox/identity";
    private static final String CLIENT = "credit-repair";
    private static final int KEY_BITS = 2048;

    @Bean
    @Order(0)
    SecurityFilterChain sandboxProvider(HttpSecurity http) throws Exception {
        OAuth2AuthorizationServerConfigurer server =
                OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, endpoints -> endpoints.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterBefore(SandboxIdentity::forgetting, SecurityContextHolderFilter.class)
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(PAGE)))
                .build();
    }

    /** Who was let in once is asked again the next time, so that persons can be changed. */
    private static void forgetting(
            ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        HttpSession session = ((HttpServletRequest) request).getSession(false);
        if (session != null) {
            session.removeAttribute(
                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        }
    }

    @Bean
    @Order(0)
    SecurityFilterChain sandboxLogin(HttpSecurity http, SandboxPeople people) throws Exception {
        UserDetailsService chosen =
                login ->
                        people.byLogin(login)
                                .map(
                                        person ->
                                                User.withUsername(login)
                                                        .password("{noop}" + login)
                                                        .roles("PERSON")
                                                        .build())
                                .orElseThrow(() -> new UsernameNotFoundException(login));
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(PAGE + "/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionFixation(fixation -> fixation.none()))
                .userDetailsService(chosen)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(login -> login.loginPage(PAGE).defaultSuccessUrl("/my"))
                .build();
    }

    /** The pages for applicants, wherever this server listens. */
    @Bean
    RegisteredClientRepository identityClients(Environment environment) {
        String id = UUID.randomUUID().toString();
        return new RegisteredClientRepository() {
            /** A better hash of the secret would be kept, which nobody needs here. */
            @Override
            public void save(RegisteredClient client) {}

            @Override
            public @Nullable RegisteredClient findById(String wanted) {
                return id.equals(wanted) ? client(id, environment) : null;
            }

            @Override
            public @Nullable RegisteredClient findByClientId(String clientId) {
                return CLIENT.equals(clientId) ? client(id, environment) : null;
            }
        };
    }

    private static RegisteredClient client(String id, Environment environment) {
        String port = environment.getProperty("local.server.port", "");
        return RegisteredClient.withId(id)
                .clientId(CLIENT)
                .clientSecret("{noop}" + CLIENT)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://localhost:" + port + "/login/oauth2/code/identity")
                .redirectUri("http://127.0.0.1:" + port + "/login/oauth2/code/identity")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scope(OidcScopes.PHONE)
                .build();
    }

    @Bean
    AuthorizationServerSettings identitySettings() {
        return AuthorizationServerSettings.builder().build();
    }

    /** Made anew after each start, when first needed: what was signed before is not believed. */
    @Bean
    JWKSource<SecurityContext> identityKeys() {
        SingletonSupplier<JWKSet> keys = SingletonSupplier.of(SandboxIdentity::key);
        return (wanted, context) -> wanted.select(keys.obtain());
    }

    private static JWKSet key() {
        try {
            return new JWKSet(
                    new RSAKeyGenerator(KEY_BITS).keyID(UUID.randomUUID().toString()).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the token says of the person. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> identityClaims(SandboxPeople people) {
        return context -> {
            if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                people.byLogin(context.getPrincipal().getName())
                        .ifPresent(
                                person ->
                                        context.getClaims()
                                                .claim("subject_code", person.code())
                                                .claim("subject_name", person.subject())
                                                .claim("name", person.name())
                                                .claim("phone_number", person.mobile())
                                                .claim("agent", person.agent()));
            }
        };
    }
}
