package org.creditrepair.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.creditrepair.application.material.Materials;
import org.creditrepair.problem.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriUtils;

/**
 * Asks the library of certificates over HTTP: 200 with the document, and of it in headers, percent
 * encoded in UTF-8, {@code Certificate-Number}, {@code Certificate-Address} and {@code
 * Certificate-Legal-Representative}; 404 if the holder has none; everything else counts as
 * unavailable.
 */
@Component
class CertificateLibrary {

    private static final Logger log = LoggerFactory.getLogger(CertificateLibrary.class);
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final int NONE = 404;
    private static final int MOST_NUMBER = 64;
    private static final int MOST_ADDRESS = 300;
    private static final int MOST_NAME = 100;

    private final CertificateProperties properties;
    private final Environment environment;
    private final RestClient client;

    CertificateLibrary(CertificateProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(WAIT);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    /** A certificate as the library hands it out; the content is not checked yet. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Document(@Nullable String number, Stated stated, byte[] content) {}

    boolean isConnected() {
        return properties.address() != null;
    }

    /**
     * @return empty if the holder has none
     * @throws IOException if the library is not connected, does not answer, or answers otherwise
     */
    Optional<Document> fetch(CertificateKind kind, String holder, @Nullable String recordNo)
            throws IOException {
        if (properties.address() == null) {
            throw new IOException("no library is connected");
        }
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("kind", kind.name());
        wanted.put("holder", holder);
        wanted.put("recordNo", recordNo);
        try {
            return client.post()
                    .uri(
                            properties
                                    .address()
                                    .replace(
                                            "{port}",
                                            environment.getProperty("local.server.port", "")))
                    .header("Authorization", "Bearer " + properties.secret())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(wanted)
                    .exchange((request, response) -> document(response));
        } catch (ResourceAccessException e) {
            log.warn("{}", e.getMessage());
            throw new IOException(e);
        }
    }

    private static Optional<Document> document(ClientHttpResponse response) throws IOException {
        if (response.getStatusCode().value() == NONE) {
            return Optional.empty();
        }
        if (!response.getStatusCode().is2xxSuccessful()) {
            throw new IOException("the library answered " + response.getStatusCode().value());
        }
        return Optional.of(
                new Document(
                        told(response, "Number", MOST_NUMBER),
                        new Stated(
                                told(response, "Address", MOST_ADDRESS),
                                told(response, "Legal-Representative", MOST_NAME)),
                        response.getBody().readNBytes((int) Materials.MAX_SIZE + 1)));
    }

    /** What a header tells; nothing where it is missing, too long or not to be read. */
    private static @Nullable String told(ClientHttpResponse response, String about, int most) {
        String header = response.getHeaders().getFirst("Certificate-" + about);
        if (header == null) {
            return null;
        }
        try {
            String text = Text.cleaned(UriUtils.decode(header, StandardCharsets.UTF_8)).strip();
            return text.isEmpty() || text.length() > most ? null : text;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
