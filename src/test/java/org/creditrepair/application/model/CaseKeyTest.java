package org.creditrepair.application.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseKeyTest {

    @Test
    void isWrittenAsItIsRead() {
        CaseKey key = CaseKey.parse("15010020260302000001-12");
        assertThat(key).isEqualTo(new CaseKey("15010020260302000001", 12));
        assertThat(key).hasToString("15010020260302000001-12");
        assertThat(CaseKey.isWellFormed(key.toString())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "-1", "15010020260302000001-", "15010020260302000001-x"})
    void anyOtherTextIsNone(String text) {
        assertThat(CaseKey.isWellFormed(text)).isFalse();
        assertThatThrownBy(() -> CaseKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("办件编号");
    }
}
