package org.creditrepair.access.identity;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.creditrepair.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The unified identity provider, which is asked for its own description when it is first needed, so
 * that the server starts without it.
 */
@Component
public class IdentityProvider implements ClientRegistrationRepository {

    /** Its id among registrations; part of the address that a login comes back to. */
    public static final String ID = "identity";

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(IdentityProvider.class);

    private final IdentityProperties properties;
    private final Environment environment;
    private final RestTemplate requests;
    private volatile @Nullable ClientRegistration registration;
    private volatile @Nullable JwtDecoder decoder;

    IdentityProvider(IdentityProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory();
        factory.setReadTimeout(WAIT);
        this.requests = new RestTemplate(factory);
    }

    /** Whether there is one. */
    public boolean isPresent() {
        return !properties.issuer().isEmpty();
    }

    /** Where a browser is led after a logout; empty if it stays here. */
    public String logout() {
        return properties.logout();
    }

    /** Whether there is one that tells what a login needs. */
    public boolean isReachable() {
        try {
            return findByRegistrationId(ID) != null;
        } catch (IllegalArgumentException | RestClientException e) {
            log.warn("统一身份认证不可用：{}", e.getMessage());
            return false;
        }
    }

    /**
     * Who a token speaks for; empty if it is not the provider's, outlived, or for somebody else.
     *
     * @throws RefusedException with 503 if the provider cannot be asked
     */
    public Optional<Identity> identityOf(String idToken) {
        if (!isPresent()) {
            return Optional.empty();
        }
        try {
            return identity(decoder().decode(idToken).getClaims());
        } catch (BadJwtException e) {
            log.info("身份认证令牌未通过核验：{}", e.getMessage());
            return Optional.empty();
        } catch (JwtException | IllegalArgumentException | RestClientException e) {
            log.warn("统一身份认证不可用：{}", e.getMessage());
            throw RefusedException.unavailable("统一身份认证暂时不可用，请稍后再试或改用短信验证码");
        }
    }

    private Optional<Identity> identity(Map<String, Object> told) {
        IdentityProperties.Claims names = properties.claims();
        Object code = told.get(names.subjectCode());
        Object subject = told.get(names.subjectName());
        Object person = told.get(names.person());
        Object mobile = told.get(names.mobile());
        if (code == null || subject == null || person == null || mobile == null) {
            log.warn("身份认证令牌缺少主体、姓名或手机号码");
            return Optional.empty();
        }
        return Optional.of(
                new Identity(
                        code.toString(),
                        subject.toString(),
                        person.toString(),
                        mobile.toString(),
                        Boolean.TRUE.equals(told.get(names.agent()))));
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID) || !isPresent()) {
            return null;
        }
        ClientRegistration known = registration;
        if (known == null) {
            known =
                    ClientRegistrations.fromIssuerLocation(issuer())
                            .registrationId(ID)
                            .clientId(properties.clientId())
                            .clientSecret(properties.clientSecret())
                            .scope("openid", "profile", "phone")
                            .build();
            registration = known;
        }
        return known;
    }

    private JwtDecoder decoder() {
        JwtDecoder known = decoder;
        if (known == null) {
            NimbusJwtDecoder made =
                    NimbusJwtDecoder.withIssuerLocation(issuer()).restOperations(requests).build();
            made.setJwtValidator(
                    new DelegatingOAuth2TokenValidator<>(
                            JwtValidators.createDefaultWithIssuer(issuer()), this::ofAudience));
            known = made;
            decoder = made;
        }
        return known;
    }

    private OAuth2TokenValidatorResult ofAudience(Jwt token) {
        boolean ours =
                token.getAudience() != null
                        && (token.getAudience().contains(properties.clientId())
                                || !Collections.disjoint(
                                        token.getAudience(), properties.audiences()));
        return ours
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "aud", null));
    }

    private String issuer() {
        return properties
                .issuer()
                .replace("{port}", environment.getProperty("local.server.port", ""));
    }
}
