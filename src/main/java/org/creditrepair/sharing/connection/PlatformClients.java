package org.creditrepair.sharing.connection;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.sharing.connection.ConnectorSettings.SignIn;
import org.creditrepair.sharing.signing.RequestSignature;
import org.creditrepair.sharing.signing.Signing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Makes the client of a platform from its settings: trust, timeouts and the way to sign in. */
@Component
public class PlatformClients {

    /** For whom tokens are kept. */
    private static final Authentication SERVER =
            UsernamePasswordAuthenticationToken.authenticated(
                    "credit-repair-server", "", AuthorityUtils.NO_AUTHORITIES);

    private static final int MIN_KEY = 16;

    private final SharingProperties properties;
    private final ConnectorSource source;
    private final SslBundles bundles;
    private final ObjectMapper json;
    private final BusinessClock clock;
    private final ObjectProvider<JavaMailSender> mail;

    public PlatformClients(
            SharingProperties properties,
            ConnectorSource source,
            SslBundles bundles,
            ObjectMapper json,
            BusinessClock clock,
            ObjectProvider<JavaMailSender> mail) {
        this.mail = mail;
        this.properties = properties;
        this.source = source;
        this.bundles = bundles;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @throws IllegalStateException if something is missing, naming the platform
     */
    public PlatformClient clientFor(String platform, ConnectorSettings settings) {
        try {
            requireHttps(settings);
            ClientHttpRequestFactory requests = requests(settings);
            RestClient.Builder http = RestClient.builder().requestFactory(requests);
            ClientHttpRequestInterceptor signIn = signIn(platform, settings.signIn(), requests);
            if (signIn != null) {
                http.requestInterceptor(signIn);
            }
            return new HttpPlatform(http.build(), settings, json, clock);
        } catch (RuntimeException e) {
            throw new IllegalStateException("平台 " + platform + " 的接入配置有误：" + e.getMessage(), e);
        }
    }

    /** Sends e-mails; nothing where no mail server is configured ({@code spring.mail.host}). */
    Optional<PlatformClient> mail() {
        return mail.stream().findFirst().map(sender -> new MailPlatform(sender, json));
    }

    /** Outside the demo, what is sent and the secrets with it are read by nobody on the way. */
    private void requireHttps(ConnectorSettings settings) {
        List<String> addresses =
                Stream.of(
                                settings.url(),
                                settings.receiptUrl(),
                                settings.recordsUrl(),
                                settings.signIn().tokenUrl())
                        .filter(Objects::nonNull)
                        .filter(address -> !address.startsWith("https://"))
                        .toList();
        if (properties.httpsOnly() && !addresses.isEmpty()) {
            throw new IllegalArgumentException("地址须为 https：" + String.join("、", addresses));
        }
    }

    private ClientHttpRequestFactory requests(ConnectorSettings settings) {
        Duration timeout = settings.timeout() == null ? properties.timeout() : settings.timeout();
        ClientHttpRequestFactorySettings wanted =
                ClientHttpRequestFactorySettings.defaults()
                        .withConnectTimeout(timeout)
                        .withReadTimeout(timeout)
                        .withRedirects(Redirects.DONT_FOLLOW)
                        .withSslBundle(
                                settings.sslBundle() == null
                                        ? null
                                        : bundles.getBundle(settings.sslBundle()));
        return ClientHttpRequestFactoryBuilder.jdk()
                .withHttpClientCustomizer(
                        client -> client.version(java.net.http.HttpClient.Version.HTTP_1_1))
                .build(wanted);
    }

    private @Nullable ClientHttpRequestInterceptor signIn(
            String platform, SignIn signIn, ClientHttpRequestFactory requests) {
        return switch (signIn.method()) {
            case NONE -> null;
            case OAUTH2 -> token(platform, signIn, requests);
            case HMAC_SHA256 ->
                    new Signing(signIn.keyId(), RequestSignature.hmacSha256(key(signIn)), clock);
            case SM2 -> new Signing(signIn.keyId(), RequestSignature.sm2(secret(signIn)), clock);
        };
    }

    private String secret(SignIn signIn) {
        return Objects.requireNonNull(
                source.secret(signIn.secretVariable()), signIn.secretVariable());
    }

    private String key(SignIn signIn) {
        String key = secret(signIn);
        if (properties.httpsOnly() && key.length() < MIN_KEY) {
            throw new IllegalArgumentException(
                    signIn.secretVariable() + " 过短，至少 " + MIN_KEY + " 个字符");
        }
        return key;
    }

    private ClientHttpRequestInterceptor token(
            String platform, SignIn signIn, ClientHttpRequestFactory requests) {
        ClientRegistration registration =
                ClientRegistration.withRegistrationId(platform)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .clientId(signIn.keyId())
                        .clientSecret(source.secret(signIn.secretVariable()))
                        .tokenUri(signIn.tokenUrl())
                        .scope(signIn.scope() == null ? new String[0] : signIn.scope().split(" "))
                        .build();
        RestClientClientCredentialsTokenResponseClient tokens =
                new RestClientClientCredentialsTokenResponseClient();
        tokens.setRestClient(
                RestClient.builder()
                        .requestFactory(requests)
                        .messageConverters(
                                converters -> {
                                    converters.clear();
                                    converters.add(new FormHttpMessageConverter());
                                    converters.add(
                                            new OAuth2AccessTokenResponseHttpMessageConverter());
                                })
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        ClientCredentialsOAuth2AuthorizedClientProvider provider =
                new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(tokens);
        InMemoryClientRegistrationRepository registrations =
                new InMemoryClientRegistrationRepository(registration);
        InMemoryOAuth2AuthorizedClientService clients =
                new InMemoryOAuth2AuthorizedClientService(registrations);
        AuthorizedClientServiceOAuth2AuthorizedClientManager manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(provider);
        OAuth2ClientHttpRequestInterceptor interceptor =
                new OAuth2ClientHttpRequestInterceptor(manager);
        interceptor.setClientRegistrationIdResolver(request -> platform);
        interceptor.setPrincipalResolver(request -> SERVER);
        interceptor.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(clients));
        return interceptor;
    }
}
