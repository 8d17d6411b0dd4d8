package org.creditrepair.access.identity;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * The unified identity provider, which is asked for its own description when it is first needed, so
 * that the server starts without it.
 */
@Component
public class IdentityProvider implements ClientRegistrationRepository {

    /** Its id among registrations; part of the address that a login comes back to. */
    static final String ID = "identity";

    private static final Logger log = LoggerFactory.getLogger(IdentityProvider.class);

    private final IdentityProperties properties;
    private final Environment environment;
    private @Nullable ClientRegistration registration;
    private @Nullable JwtDecoder decoder;

    IdentityProvider(IdentityProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** Whether there is one. */
    public boolean isPresent() {
        return !properties.issuer().isEmpty();
    }

    /**
     * Who a token speaks for; empty if it is not the provider's, outlived, or for somebody else.
     */
    public Optional<Identity> identityOf(String idToken) {
        if (!isPresent()) {
            return Optional.empty();
        }
        try {
            return identity(decoder().decode(idToken).getClaims());
        } catch (JwtException e) {
            log.info("身份认证令牌未通过核验：{}", e.getMessage());
            return Optional.empty();
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
    public synchronized @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID) || !isPresent()) {
            return null;
        }
        if (registration == null) {
            registration =
                    ClientRegistrations.fromIssuerLocation(issuer())
                            .registrationId(ID)
                            .clientId(properties.clientId())
                            .clientSecret(properties.clientSecret())
                            .scope("openid", "profile", "phone")
                            .build();
        }
        return registration;
    }

    private synchronized JwtDecoder decoder() {
        if (decoder == null) {
            NimbusJwtDecoder made = NimbusJwtDecoder.withIssuerLocation(issuer()).build();
            made.setJwtValidator(
                    new DelegatingOAuth2TokenValidator<>(
                            JwtValidators.createDefaultWithIssuer(issuer()), this::ofAudience));
            decoder = made;
        }
        return decoder;
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
