package org.creditrepair.application.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The type of a document is what it holds, whatever it is called. */
class MaterialTypeTest {

    @Test
    void aDocumentIsKnownByItsBeginning() {
        assertThat(MaterialType.of(bytes("%PDF-1.7\n"))).contains("application/pdf");
        assertThat(MaterialType.of(new byte[] {-1, -40, -1, -32})).contains("image/jpeg");
        assertThat(MaterialType.of(new byte[] {-119, 'P', 'N', 'G', 13, 10, 26, 10}))
                .contains("image/png");
    }

    @Test
    void aPackageIsADocumentOnlyWithItsEntry() throws IOException {
        assertThat(MaterialType.of(zip("Doc_0/Document.xml", "OFD.xml")))
                .contains("application/ofd");
        assertThat(MaterialType.of(zip("Doc_0/OFD.xml"))).isEmpty();
        assertThat(MaterialType.of(zip("word/document.xml"))).isEmpty();
    }

    @Test
    void whatIsCutOffOrDisguisedIsNone() throws IOException {
        assertThat(MaterialType.of(new byte[0])).isEmpty();
        assertThat(MaterialType.of(bytes("%PD"))).isEmpty();
        assertThat(MaterialType.of(bytes("<script>%PDF-1.7</script>"))).isEmpty();
        assertThat(MaterialType.of(Arrays.copyOf(zip("OFD.xml"), 20))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(content)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
            }
        }
        return content.toByteArray();
    }
}
