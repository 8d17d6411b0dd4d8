package org.creditrepair.application.material;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document is called once it is kept. */
class MaterialNameTest {

    @ParameterizedTest
    @CsvSource({
        "承诺书.pdf,application/pdf,承诺书.pdf",
        "承诺书.PDF,application/pdf,承诺书.PDF",
        "../etc/凭证,application/pdf,凭证.pdf",
        "C:\\扫描\\凭证.jpeg,image/jpeg,凭证.jpeg",
        "evil.exe,image/png,evil.exe.png",
        "'',application/ofd,材料.ofd"
    })
    void theEndingSaysWhatItIs(String given, String type, String kept) {
        assertThat(MaterialName.of(given, type)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"a\u202Efdp.exe,a fdp.exe.pdf", "b\u0000.pdf,b .pdf"})
    void nothingIsUnseen(String given, String kept) {
        assertThat(MaterialName.of(given, "application/pdf")).isEqualTo(kept);
    }
}
