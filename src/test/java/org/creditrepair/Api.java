package org.creditrepair;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Somebody who talks to the server by HTTP; each answer must be looked at. */
@CheckReturnValue
public final class Api {

    public static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final String authorization;

    private Api(String base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    public static Api anybody(int port) {
        return new Api("http://localhost:" + port, null);
    }

    /** The same server, asked by an account whose password is its name. */
    public Api as(String otherAccount) {
        return as(otherAccount, otherAccount);
    }

    public Api as(String account, String password) {
        byte[] login = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Api(base, "Basic " + Base64.getEncoder().encodeToString(login));
    }

    /** The same server, asked with a bearer token. */
    public Api withToken(String token) {
        return new Api(base, "Bearer " + token);
    }

    /** An answer of the server. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Answer(
            int status, String contentType, JsonNode body, byte[] bytes, HttpHeaders headers) {

        /** Demands that the server has done what it was asked. */
        public void done() {
            assertThat(status).as(String.valueOf(body)).isBetween(200, 299);
        }

        /** A header of the answer; empty if there is none. */
        public String header(String name) {
            return String.join("\n", headers.allValues(name));
        }

        /** Where the answer points to; empty if nowhere. */
        public String location() {
            return header("Location");
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The codes of the errors by field, for problem answers. */
        public String error(String field) {
            for (JsonNode error : body.path("errors")) {
                if (error.path("field").asText().equals(field)) {
                    return error.path("code").asText();
                }
            }
            return null;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer getWith(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::header);
        return send(request);
    }

    public Answer getAs(String path, String accept) {
        return send(request(path).header("Accept", accept).GET());
    }

    public Answer post(String path, Object body) {
        return send(json(path).POST(publish(body)));
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = json(path);
        headers.forEach(request::header);
        return send(request.POST(publish(body)));
    }

    public Answer put(String path, Object body) {
        return send(json(path).PUT(publish(body)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Asks by any method; the body is sent by those that have one. */
    public Answer ask(String method, String path, String body) {
        HttpRequest.Builder request =
                requestAsItIs(path).header("Content-Type", "application/json");
        boolean bodiless = List.of("GET", "HEAD", "OPTIONS", "DELETE").contains(method);
        return send(
                request.method(
                        method,
                        bodiless ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder requestAsItIs(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    /** Sends a file of any type and size. */
    public Answer send(String path, String contentType, Path file) throws IOException {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofFile(file)));
    }

    /** Sends a body of any type. */
    public Answer send(String path, String contentType, byte[] body) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Uploads a document. */
    public Answer upload(String fileName, byte[] content) {
        return uploadTo("/api/v1/materials", fileName, content);
    }

    /** Sends a file as the only part of a form. */
    public Answer uploadTo(String path, String fileName, byte[] content) {
        String boundary = "boundary-of-the-test";
        byte[] head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary, fileName)
                        .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + content.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(content, 0, body, head.length, content.length);
        System.arraycopy(tail, 0, body, head.length + content.length, tail.length);
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(URI.create(base + path).toASCIIString()));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private static HttpRequest.BodyPublisher publish(Object body) {
        try {
            return BodyPublishers.ofString(
                    body instanceof String text ? text : JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode body =
                    type.contains("json") && response.body().length > 0
                            ? JSON.readTree(response.body())
                            : MissingNode.getInstance();
            return new Answer(
                    response.statusCode(), type, body, response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
