package org.creditrepair.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.sharing.connection.Connector;
import org.creditrepair.sharing.connection.ConnectorSettings;
import org.creditrepair.sharing.connection.ConnectorSettings.SignIn;
import org.creditrepair.sharing.connection.ConnectorSource;
import org.creditrepair.sharing.connection.Connectors;
import org.creditrepair.sharing.connection.DeliveryFailedException;
import org.creditrepair.sharing.connection.DeliveryFailedException.Kind;
import org.creditrepair.sharing.connection.DisplayPage;
import org.creditrepair.sharing.connection.PlatformAnswer;
import org.creditrepair.sharing.connection.PlatformClients;
import org.creditrepair.sharing.connection.SharingProperties;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.sharing.ledger.PushContent;
import org.creditrepair.vocabulary.RegionCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.mail.javamail.JavaMailSender;

/** A connector by its settings, against a platform that listens on this machine. */
class ConnectorTest {

    private static final SignIn HMAC =
            new SignIn(SignIn.Method.HMAC_SHA256, "us", "GSXT_KEY", null, null);
    private static final SignIn NOBODY = new SignIn(SignIn.Method.NONE, null, null, null, null);

    /** A request as the platform got it. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Request(
            String method, String target, Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            return headers.get(name) == null ? null : headers.get(name).get(0);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final BusinessClock clock = new BusinessClock();
    private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private String retryAfter;
    private String redirect;
    private HttpServer platform;
    private String base;
    private Map<String, String> secrets = Map.of();

    @BeforeEach
    void listen() throws IOException {
        platform = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        platform.createContext("/", this::answer);
        platform.start();
        base = "http://localhost:" + platform.getAddress().getPort();
    }

    @AfterEach
    void close() {
        platform.stop(0);
    }

    /** Answers with the next of {@link #answers}, written as status and body; 200 when they end. */
    private void answer(HttpExchange exchange) throws IOException {
        requests.add(
                new Request(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        exchange.getRequestBody().readAllBytes()));
        String next = answers.isEmpty() ? "200 {\"receiptNo\": \"1\"}" : answers.remove(0);
        byte[] body = next.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (redirect != null) {
            exchange.getResponseHeaders().add("Location", redirect);
        }
        if (retryAfter != null) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(Integer.parseInt(next.substring(0, 3)), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private ConnectorSettings settings(SignIn signIn) {
        return new ConnectorSettings(
                base + "/pushes?v=1",
                "PUT",
                base + "/receipts/{key}",
                base + "/records?region={region}&cursor={cursor}",
                Map.of("X-Client", "credit-repair"),
                "{\"wsh\": documentNo, \"zt\": event = \"REPAIRED\" ? 1 : 0}",
                signIn,
                null,
                null,
                null,
                null);
    }

    private Connectors connectors(ConnectorSettings settings, SharingProperties properties) {
        ConnectorSource source =
                new ConnectorSource() {
                    @Override
                    public Map<String, ConnectorSettings> general() {
                        return Map.of("gsxt", settings);
                    }

                    @Override
                    public Map<String, Map<String, ConnectorSettings>> regional() {
                        return Map.of();
                    }

                    @Override
                    public String secret(String variable) {
                        if (!secrets.containsKey(variable)) {
                            throw new IllegalStateException("环境变量未设置：" + variable);
                        }
                        return secrets.get(variable);
                    }
                };
        Region region = Mockito.mock(Region.class);
        Mockito.when(region.code()).thenReturn(new RegionCode("150100"));
        Catalog catalog = Mockito.mock(Catalog.class);
        Mockito.when(catalog.regions()).thenReturn(List.of(region));
        return new Connectors(
                source,
                properties,
                new PlatformClients(
                        properties,
                        source,
                        bundles,
                        new ObjectMapper(),
                        clock,
                        new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class)),
                catalog,
                clock);
    }

    private Connector connector(ConnectorSettings settings) {
        return connectors(settings, properties(10, Duration.ofSeconds(30))).all().get(0);
    }

    private static SharingProperties properties(int breakerCalls, Duration breakerPause) {
        return new SharingProperties(
                Map.of(),
                Map.of(),
                Set.of(),
                Duration.ofSeconds(2),
                2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                List.of(Duration.ofSeconds(1)),
                0,
                Duration.ofMinutes(30),
                breakerCalls,
                breakerPause,
                false);
    }

    private static Push push() {
        return new Push(
                1,
                new PushContent(
                        "A-1-gsxt-REPAIRED",
                        "A-1-REPAIRED",
                        "gsxt",
                        new RegionCode("150100"),
                        PlatformEvent.REPAIRED,
                        "R-1",
                        "{\"event\": \"REPAIRED\", \"documentNo\": \"虚构罚决〔2025〕1号\"}",
                        false),
                Push.Status.PENDING,
                0,
                null,
                null,
                null,
                null);
    }

    @Test
    void urlMethodHeadersAndPayloadAreConfiguration() throws Exception {
        PlatformAnswer answer = connector(settings(NOBODY)).send(push());
        assertThat(answer.settled()).isTrue();
        assertThat(answer.text()).contains("receiptNo");
        Request request = requests.get(0);
        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.target()).isEqualTo("/pushes?v=1");
        assertThat(request.header("X-client")).isEqualTo("credit-repair");
        assertThat(request.header("Idempotency-key")).isEqualTo("A-1-gsxt-REPAIRED");
        assertThat(request.text()).isEqualTo("{\"wsh\":\"虚构罚决〔2025〕1号\",\"zt\":1}");
    }

    @Test
    void aRequestIsSignedByHmac() throws Exception {
        secrets = Map.of("GSXT_KEY", "a key of the test");
        connector(settings(HMAC)).send(push());
        Request request = requests.get(0);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(
                        "a key of the test".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(Base64.getDecoder().decode(request.header("X-signature")))
                .isEqualTo(mac.doFinal(signed(request, MessageDigest.getInstance("SHA-256"))));
        assertThat(request.header("X-key-id")).isEqualTo("us");
        assertThat(request.header("X-signature-algorithm")).isEqualTo("HMAC-SHA256");
    }

    @Test
    void aRequestIsSignedBySm2() throws Exception {
        BouncyCastleProvider provider = new BouncyCastleProvider();
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC", provider);
        keys.initialize(new ECGenParameterSpec("sm2p256v1"));
        KeyPair pair = keys.generateKeyPair();
        secrets =
                Map.of(
                        "GSXT_KEY",
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        connector(settings(new SignIn(SignIn.Method.SM2, "us", "GSXT_KEY", null, null)))
                .send(push());
        Request request = requests.get(0);
        Signature signature = Signature.getInstance("SM3withSM2", provider);
        signature.initVerify(
                KeyFactory.getInstance("EC", provider)
                        .generatePublic(new X509EncodedKeySpec(pair.getPublic().getEncoded())));
        signature.update(signed(request, MessageDigest.getInstance("SM3", provider)));
        assertThat(signature.verify(Base64.getDecoder().decode(request.header("X-signature"))))
                .isTrue();
        assertThat(request.header("X-signature-algorithm")).isEqualTo("SM2-SM3");
    }

    /** What the page about connectors says is signed. */
    private static byte[] signed(Request request, MessageDigest digest) {
        return String.join(
                        "\n",
                        request.method(),
                        request.target(),
                        request.header("X-timestamp"),
                        request.header("X-nonce"),
                        HexFormat.of().formatHex(digest.digest(request.body())))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aTokenIsFetchedKeptAndRenewedWhenRefused() throws Exception {
        secrets = Map.of("GSXT_SECRET", "s");
        Connector connector =
                connector(
                        settings(
                                new SignIn(
                                        SignIn.Method.OAUTH2,
                                        "us",
                                        "GSXT_SECRET",
                                        base + "/token",
                                        "push")));
        String token =
                "200 {\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 3600}";
        answers.addAll(List.of(token.formatted("one"), "200 {}", "200 {}", "401 {}"));
        connector.send(push());
        connector.send(push());
        assertThat(requests).extracting(Request::target).containsOnlyOnce("/token");
        assertThat(requests.get(0).text()).contains("client_credentials").contains("scope=push");
        assertThat(requests.get(1).header("Authorization")).isEqualTo("Bearer one");
        assertThat(failure(connector).kind()).as("the token is renewed").isEqualTo(Kind.RETRY);
        answers.addAll(List.of(token.formatted("two"), "200 {}"));
        connector.send(push());
        assertThat(requests.get(requests.size() - 1).header("Authorization"))
                .isEqualTo("Bearer two");
    }

    @Test
    void aMissingSecretStopsTheStartAndNamesPlatformAndVariable() {
        assertThatThrownBy(() -> connector(settings(HMAC)))
                .hasMessageContaining("gsxt")
                .hasMessageContaining("GSXT_KEY");
    }

    @Test
    void aServerOfAnotherTrustIsReachedByItsBundleOnly(@TempDir Path directory) throws Exception {
        Path store = directory.resolve("platform.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "platform",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                store.toString())
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        assertThat(Files.size(store)).isPositive();
        JksSslStoreDetails details =
                new JksSslStoreDetails("PKCS12", null, store.toUri().toString(), "changeit");
        SslBundle bundle = SslBundle.of(new JksSslStoreBundle(details, details));
        HttpsServer secure = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(bundle.createSslContext()));
        secure.createContext("/", this::answer);
        secure.start();
        bundles.registerBundle("platform", bundle);
        try {
            base = "https://localhost:" + secure.getAddress().getPort();
            ConnectorSettings trusted =
                    new ConnectorSettings(
                            base,
                            "POST",
                            null,
                            null,
                            Map.of(),
                            null,
                            NOBODY,
                            "platform",
                            null,
                            null,
                            null);
            assertThat(connector(trusted).send(push()).settled()).isTrue();
            assertThat(failure(connector(settings(NOBODY))).kind()).isEqualTo(Kind.RETRY);
            assertThat(requests).hasSize(1);
        } finally {
            secure.stop(0);
        }
    }

    @Test
    void aRefusalIsPermanentAndCarriesThePlatformsWords() {
        answers.add("422 {\"message\": \"文书号\\u0000不符\"}");
        DeliveryFailedException refused = failure(connector(settings(NOBODY)));
        assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
        assertThat(refused).hasMessageContaining("422").hasMessageMatching("(?s).*文书号\\W?不符.*");
        assertThat(refused.getMessage()).as("no database keeps it").doesNotContain("\0");
    }

    @Test
    void aRedirectIsNotFollowedNorRepeatedToAnotherHost() throws IOException {
        secrets = Map.of("GSXT_KEY", "a key of the test");
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        List<String> reached = new CopyOnWriteArrayList<>();
        elsewhere.createContext("/", exchange -> reached.add(exchange.getRequestURI().toString()));
        elsewhere.start();
        try {
            redirect = "http://localhost:" + elsewhere.getAddress().getPort() + "/stolen";
            for (String status : List.of("301", "302", "303", "307", "308")) {
                answers.add(status + " {}");
                DeliveryFailedException refused = failure(connector(settings(HMAC)));
                assertThat(refused.kind()).as(status).isEqualTo(Kind.REFUSED);
            }
            assertThat(reached).isEmpty();
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void retryAfterIsHonouredInSecondsAndAsADate() {
        clock.moveTo(OffsetDateTime.parse("2026-03-02T09:00:00+08:00").toInstant());
        Connector connector = connector(settings(NOBODY));
        answers.add("429 {}");
        retryAfter = "90";
        assertThat(failure(connector).retryAfter()).isEqualTo(Duration.ofSeconds(90));
        assertThat(connector.isAccepting()).isFalse();
        assertThat(failure(connector).kind()).isEqualTo(Kind.POSTPONED);
        assertThat(requests).as("left alone").hasSize(1);
        clock.shift(clock.offset().plusSeconds(91));
        assertThat(connector.isAccepting()).isTrue();
        answers.add("503 {}");
        retryAfter =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.now().plusMinutes(5).withOffsetSameInstant(ZoneOffset.UTC));
        assertThat(failure(connector).retryAfter())
                .isBetween(Duration.ofSeconds(290), Duration.ofSeconds(300));
    }

    @Test
    void aReceiptThatFollowsIsAskedForAndAnUnknownPushIsSentAgain() throws Exception {
        Connector connector = connector(settings(NOBODY));
        answers.add("202 {}");
        assertThat(connector.send(push()).settled()).isFalse();
        assertThat(connector.askReceipt(push()).settled()).isTrue();
        assertThat(requests.get(1).target()).isEqualTo("/receipts/A-1-gsxt-REPAIRED");
        answers.add("404 {}");
        assertThat(connector.askReceipt(push()).settled()).isTrue();
        assertThat(requests.get(3).method()).isEqualTo("PUT");
    }

    @Test
    void aPlatformThatKeepsFailingIsLeftAloneForAWhile() throws Exception {
        Connector connector =
                connectors(settings(NOBODY), properties(4, Duration.ofMillis(200))).all().get(0);
        answers.addAll(List.of("500 {}", "500 {}"));
        assertThat(failure(connector).kind()).isEqualTo(Kind.RETRY);
        assertThat(failure(connector).kind()).isEqualTo(Kind.RETRY);
        assertThat(connector.isAccepting()).isFalse();
        assertThat(failure(connector).kind()).isEqualTo(Kind.POSTPONED);
        assertThat(requests).hasSize(2);
        Thread.sleep(300);
        assertThat(connector.isAccepting()).isTrue();
        assertThat(connector.send(push()).settled()).isTrue();
        assertThat(connector.send(push()).settled()).isTrue();
    }

    @Test
    void whatItDisplaysIsReadPageByPage() throws Exception {
        answers.add("200 {\"recordNos\": [\"R-1\", \"R-2\"], \"next\": \"R-2\"}");
        DisplayPage page = connector(settings(NOBODY)).displayed(new RegionCode("150100"), "");
        assertThat(page.recordNos()).containsExactly("R-1", "R-2");
        assertThat(page.next()).isEqualTo("R-2");
        assertThat(requests.get(0).target()).isEqualTo("/records?region=150100&cursor=");
    }

    @Test
    void requestsKeepTheRate() throws Exception {
        ConnectorSettings slow =
                new ConnectorSettings(
                        base, "POST", null, null, Map.of(), null, NOBODY, null, null, null, 1);
        Connector connector = connector(slow);
        long start = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            connector.send(push());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofSeconds(1));
    }

    private static DeliveryFailedException failure(Connector connector) {
        return catchThrowableOfType(DeliveryFailedException.class, () -> connector.send(push()));
    }
}
