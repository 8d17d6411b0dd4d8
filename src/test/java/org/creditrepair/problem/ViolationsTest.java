package org.creditrepair.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of field, right and wrong. */
class ViolationsTest {

    private final Violations wrong = new Violations(LocalDate.of(2026, 3, 2));

    private String found() {
        return String.join(" ", wrong.found().stream().map(Violation::code).toList());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02, ''", "2026-03-03, FUTURE_DATE", "2026-3-2, INVALID", "'', REQUIRED"})
    void aDayThatMustHavePassed(String value, String code) {
        wrong.day("day", value);
        assertThat(found()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"13900000000, ''", "12900000000, INVALID", "1390000000, INVALID", "'', ''"})
    void aMobileNumber(String value, String code) {
        wrong.mobile("mobile", value);
        assertThat(found()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "9, ''", "0, RANGE", "10, RANGE", ", REQUIRED"})
    void aNumberBetweenTwo(Integer value, String code) {
        wrong.number("number", value, 1, 9);
        assertThat(found()).isEqualTo(code);
    }

    @Test
    void aCodeNamesTheCodesThereAre() {
        assertThat(wrong.code("unit", "DAYS", TimeUnit.class)).isEqualTo(TimeUnit.DAYS);
        assertThat(wrong.code("unit", "YEARS", TimeUnit.class)).isNull();
        assertThat(wrong.found().get(0).message()).contains("DAYS", "HOURS");
    }

    @Test
    void aTextHasItsLengthAndNoUnseenCharacters() {
        wrong.text("a", "四个汉字", 4);
        assertThat(wrong.isEmpty()).isTrue();
        wrong.text("a", "五个汉字呀", 4);
        wrong.text("b", "  ", 4);
        wrong.optional("c", null, 4);
        wrong.optional("d", "\u200b", 4);
        assertThat(wrong.found()).extracting(Violation::field).containsExactly("a", "b", "d");
    }

    @Test
    void aRefusalNamesAllOfThem() {
        assertThatCode(wrong::refuse).doesNotThrowAnyException();
        wrong.add(Violation.required("a"));
        wrong.add(Violation.required("b"));
        assertThatThrownBy(wrong::refuse)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.violations())
                                        .extracting(Violation::field)
                                        .containsExactly("a", "b"));
    }
}
