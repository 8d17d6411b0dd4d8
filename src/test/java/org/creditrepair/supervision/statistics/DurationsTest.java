package org.creditrepair.supervision.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    private final Work.Durations days = new Work.Durations();

    /** Ten cases: 1, 1, 1, 1, 2, 2, 2, 3, 3 and 20 days. */
    @ParameterizedTest
    @CsvSource({"0.01, 1", "0.4, 1", "0.41, 2", "0.5, 2", "0.9, 3", "0.91, 20", "1, 20"})
    void aPercentileIsTheLeastThatSoManyDoNotExceed(double share, int expected) {
        days.add(20, 1);
        days.add(1, 4);
        days.add(3, 2);
        days.add(2, 3);
        assertThat(days.percentile(share)).isEqualTo(expected);
        assertThat(days.mean()).isEqualTo(3.6);
        assertThat(days.count()).isEqualTo(10);
    }

    @Test
    void nothingHasNoPercentileAndNoMean() {
        assertThatThrownBy(() -> days.percentile(0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThat(days.mean()).isNaN();
    }

    @Test
    void noShareIsNoneOrMoreThanAll() {
        days.add(1, 1);
        assertThatThrownBy(() -> days.percentile(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> days.percentile(1.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
