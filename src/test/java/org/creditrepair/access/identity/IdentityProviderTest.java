package org.creditrepair.access.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.creditrepair.problem.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Whose word is believed: a token of the provider's, for this server, of today. */
class IdentityProviderTest {

    private static final String CODE = "91150100MA0XG00011";

    private HttpServer server;
    private String issuer;
    private RSAKey key;
    private IdentityProvider provider;

    @BeforeEach
    void listen() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + server.getAddress().getPort();
        server.createContext(
                "/.well-known/openid-configuration",
                exchange ->
                        answer(
                                exchange,
                                """
                                {"issuer": "%1$s", "jwks_uri": "%1$s/keys",
                                 "authorization_endpoint": "%1$s/authorize",
                                 "token_endpoint": "%1$s/token",
                                 "subject_types_supported": ["public"],
                                 "id_token_signing_alg_values_supported": ["RS256"]}"""
                                        .formatted(issuer)));
        server.createContext(
                "/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
        provider =
                new IdentityProvider(
                        new IdentityProperties(
                                issuer,
                                "credit-repair",
                                "secret",
                                List.of("provincial-portal"),
                                "",
                                new IdentityProperties.Claims(
                                        "subject_code",
                                        "subject_name",
                                        "name",
                                        "phone_number",
                                        "agent")),
                        new MockEnvironment());
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** A token that is right but for what is changed in it. */
    private String token(RSAKey signer, Consumer<JWTClaimsSet.Builder> change)
            throws JOSEException {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience("credit-repair")
                        .subject(CODE)
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .claim("subject_code", CODE)
                        .claim("subject_name", "虚构一号建材有限公司")
                        .claim("name", "虚构负责人")
                        .claim("phone_number", "13800001000");
        change.accept(claims);
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                        claims.build());
        token.sign(new RSASSASigner(signer));
        return token.serialize();
    }

    @Test
    void aTokenForThisServerOrAnAgreedPortalIsBelieved() throws JOSEException {
        assertThat(provider.identityOf(token(key, claims -> {})))
                .hasValueSatisfying(who -> assertThat(who.subjectCode()).isEqualTo(CODE));
        assertThat(provider.identityOf(token(key, one -> one.audience("provincial-portal"))))
                .isPresent();
    }

    @Test
    void aTokenForAnotherClientOutlivedForeignOrForgedIsNot() throws JOSEException {
        assertThat(provider.identityOf(token(key, one -> one.audience("another-client"))))
                .as("for another client of the same provider")
                .isEmpty();
        assertThat(provider.identityOf(token(key, one -> one.audience((String) null)))).isEmpty();
        assertThat(provider.identityOf(token(key, one -> one.issuer("http://localhost:1"))))
                .isEmpty();
        Date past = Date.from(Instant.now().minusSeconds(600));
        assertThat(provider.identityOf(token(key, one -> one.expirationTime(past)))).isEmpty();
        RSAKey other = new RSAKeyGenerator(2048).keyID("one").generate();
        assertThat(provider.identityOf(token(other, claims -> {}))).isEmpty();
        assertThat(provider.identityOf(token(key, one -> one.claim("phone_number", null))))
                .as("nobody can be reached")
                .isEmpty();
    }

    @Test
    void aProviderThatIsDownIsSaidToBe() throws JOSEException {
        String token = token(key, claims -> {});
        server.stop(0);
        assertThatThrownBy(() -> provider.identityOf(token))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("暂时不可用");
    }
}
