package org.creditrepair.registry.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of nobody: no district has the code 000000 or 999999. */
class CitizenIdTest {

    @ParameterizedTest
    @CsvSource({
        "99999919900101000, true",
        "99999919900229000, false",
        "99999920000229000, true",
        "99999918791231000, false",
        "99999921000101000, false",
        "09999919900101000, false",
        "9999991990010100, false"
    })
    void holdsADayOfBirth(String first17, boolean wellFormed) {
        assertThat(CitizenId.isWellFormed(first17 + "0")).isEqualTo(wellFormed);
    }

    @Test
    void itsLastCharacterChecksTheOthers() {
        String first17 = "99999919900101000";
        char check = CitizenId.checkCharacter(first17);
        assertThat(new CitizenId(first17 + check).checks()).isTrue();
        for (char other : "0123456789X".toCharArray()) {
            assertThat(new CitizenId(first17 + other).checks()).isEqualTo(other == check);
        }
    }

    @Test
    void isShownWithoutTheDayOfBirth() {
        assertThat(new CitizenId("99999919900101001X")).hasToString("999999********001X");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> new CitizenId("x")).hasMessage(CitizenId.FORM_TEXT);
    }
}
