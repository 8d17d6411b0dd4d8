package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Documents are what their content is, not what they are called. */
@Tag("postgresql")
class MaterialTest extends ServerStory {

    private static final int LIMIT = 10 * 1024 * 1024;

    @Test
    void theTypeIsFoundFromTheContent() throws Exception {
        assertThat(type("a.pdf", Town.PDF)).isEqualTo("application/pdf");
        assertThat(type("a.txt", hex("FFD8FFE000104A464946"))).isEqualTo("image/jpeg");
        assertThat(type("a", hex("89504E470D0A1A0A0000000D"))).isEqualTo("image/png");
        assertThat(type("a.zip", zip("OFD.xml"))).isEqualTo("application/ofd");
    }

    @Test
    void aDisguisedFileIsRefused() throws Exception {
        assertRefused("承诺书.pdf", hex("4D5A90000300000004"), "UNSUPPORTED_TYPE");
        assertRefused("承诺书.ofd", zip("document.xml"), "UNSUPPORTED_TYPE");
        assertRefused(
                "承诺书.png",
                "<svg onload='x'/>".getBytes(StandardCharsets.US_ASCII),
                "UNSUPPORTED_TYPE");
        assertRefused("承诺书.pdf", new byte[0], "EMPTY");
        assertRefused("承诺书.ofd", bomb(), "UNSUPPORTED_TYPE");
    }

    /** A package that unpacks to far more than a document has before its first entry. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[64 * 1024 * 1024]);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("OFD.xml"));
        }
        return bytes.toByteArray();
    }

    @Test
    void aDocumentMayBeTenMegabytesLongButNoByteMore() throws Exception {
        byte[] largest = Arrays.copyOf(Town.PDF, LIMIT);
        Api.Answer stored = town.portal.upload("大.pdf", largest);
        assertThat(stored.status()).isEqualTo(201);
        assertThat(stored.body().path("size").asInt()).isEqualTo(LIMIT);
        assertThat(stored.body().path("sha256").asText())
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(largest)));

        int before = count("material_chunk");
        for (int size : new int[] {LIMIT + 1, LIMIT + 2 * 1024 * 1024}) {
            Api.Answer tooLarge = town.portal.upload("大.pdf", Arrays.copyOf(Town.PDF, size));
            assertThat(tooLarge.status()).isIn(413, 422);
            assertThat(tooLarge.error("file")).isEqualTo("TOO_LARGE");
        }
        assertThat(count("material_chunk")).isEqualTo(before);
    }

    @Test
    void aDocumentIsGivenBackAsItCameToThoseItConcerns() {
        String id = town.material();
        Api.Answer given = town.portal.get("/api/v1/materials/" + id);
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.contentType()).isEqualTo("application/pdf");
        assertThat(given.bytes()).isEqualTo(Town.PDF);
        assertThat(town.anybody.get("/api/v1/materials/" + id).status()).isEqualTo(401);
        assertThat(town.unit("credit-center").get("/api/v1/materials/" + id).status())
                .as("in no application of the region yet")
                .isEqualTo(404);
        assertThat(town.portal.get("/api/v1/materials/unknown").status()).isEqualTo(404);
    }

    private void assertRefused(String name, byte[] content, String code) {
        int before = count("material");
        Api.Answer answer = town.portal.upload(name, content);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
        assertThat(answer.error("file")).isEqualTo(code);
        assertThat(count("material")).isEqualTo(before);
    }

    private String type(String name, byte[] content) {
        Api.Answer answer = town.portal.upload(name, content);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("contentType").asText();
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("<x/>".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }
}
