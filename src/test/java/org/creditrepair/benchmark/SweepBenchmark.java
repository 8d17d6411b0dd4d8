package org.creditrepair.benchmark;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.creditrepair.ServerStory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the daily sweep costs with 1,000,000 records on display beside 10,000, as many being due: it
 * should cost what is due, not what is there.
 */
@Tag("benchmark")
class SweepBenchmark extends ServerStory {

    private static final int DUE = 1_000;
    private int made;

    @Test
    void theSweepCostsWhatIsDue() {
        make(10_000, LocalDate.of(2027, 1, 1));
        measure();
        Duration few = measure();
        make(990_000, LocalDate.of(2027, 1, 1));
        jdbc.sql("analyze").update();
        measure();
        Duration many = measure();
        System.out.printf(
                Locale.ROOT,
                "%nsweep of %d due records: %d ms with 10,000 on display, %d ms with 1,000,000, ratio %.2f%n",
                DUE,
                few.toMillis(),
                many.toMillis(),
                (double) many.toMillis() / few.toMillis());
    }

    private Duration measure() {
        make(DUE, LocalDate.of(2026, 3, 2));
        long begin = System.nanoTime();
        sweep();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Records on display until a day. */
    private void make(int records, LocalDate endsOn) {
        jdbc.sql(
                        """
                        insert into dishonesty_record (region, record_no, category, item,
                            subject_type, subject_name, subject_code, uscc_confirmed, document_no,
                            authority, decided_on, penalty_types, outstanding, display_rule,
                            displayed, repairable_from, display_ends_on, state)
                        select '150100', 'B-' || n, 'PENALTY', 'penalty-other', 'LEGAL_PERSON',
                            '虚构公司', '91150100MA0XG00011', false, '虚构罚决', '虚构机关',
                            date '2024-01-01', '罚款', false, '测试', true, date '2024-04-01',
                            :endsOn, 'DISPLAYED'
                        from generate_series(:first, :last) n""")
                .param("endsOn", endsOn)
                .param("first", made + 1)
                .param("last", made + records)
                .update();
        made += records;
    }
}
