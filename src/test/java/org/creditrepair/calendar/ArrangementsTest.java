package org.creditrepair.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrangementsTest {

    @Test
    void spansAndSingleDaysAreRead() {
        Arrangements read =
                Arrangements.parse(
                        "2026.txt",
                        List.of("# 说明", "", "休 2026-05-01..2026-05-05 劳动节", "班 2026-05-09 劳动节"));
        assertThat(read.daysOf(2026)).hasSize(6);
        assertThat(read.on(LocalDate.of(2026, 5, 5)))
                .contains(new DayArrangement(LocalDate.of(2026, 5, 5), false, "劳动节"));
        assertThat(read.on(LocalDate.of(2026, 5, 9)))
                .contains(new DayArrangement(LocalDate.of(2026, 5, 9), true, "劳动节"));
        assertThat(read.on(LocalDate.of(2026, 5, 6))).isEmpty();
        assertThat(read.covers(2026)).isTrue();
        assertThat(read.covers(2027)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "休 2026-05-01, 须写作",
        "假 2026-05-01 劳动节, 须写作",
        "休 2026-02-30 春节, 日期有误",
        "休 2026-05-05..2026-05-01 劳动节, 日期有误"
    })
    void aWrongLineIsNamed(String line, String reason) {
        assertThatThrownBy(() -> Arrangements.parse("2026.txt", List.of("# 说明", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026.txt 第 2 行")
                .hasMessageContaining(reason);
    }

    @Test
    void aDayIsArrangedOnce() {
        assertThatThrownBy(
                        () ->
                                Arrangements.parse(
                                        "2026.txt",
                                        List.of(
                                                "休 2026-05-01..2026-05-05 劳动节",
                                                "班 2026-05-05 劳动节")))
                .hasMessageContaining("第 2 行")
                .hasMessageContaining("2026-05-05");
    }
}
