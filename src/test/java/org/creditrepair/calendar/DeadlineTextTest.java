package org.creditrepair.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3wd",
                "10wd-1wd",
                "3wd@150100",
                "3wd@150100-1wd",
                "0wd",
                "7wd@150100/2026-03-02",
                "7wd@150100/2026-03-02-1wd"
            })
    void theTextOfAModelIsReadAndWrittenAlike(String text) {
        assertThat(DeadlineText.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "wd", "3wd-", "3wd@15010", "3 wd", "-3wd", "1000wd"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> DeadlineText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".*(时限|工作日).*");
    }

    @Test
    void aLimitShorterThanItsWarningIsWarnedOfAtItsEnd() {
        assertThat(DeadlineText.parse("0wd@150100-1wd")).hasToString("0wd@150100");
        assertThat(DeadlineText.parse("3wd-4wd")).hasToString("3wd-3wd");
    }
}
