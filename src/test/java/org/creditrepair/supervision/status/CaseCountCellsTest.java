package org.creditrepair.supervision.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.creditrepair.calendar.WorkingCalendar;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.junit.jupiter.api.Test;

/** In which cells of the statistics a closed case counts. */
class CaseCountCellsTest {

    private final WorkingCalendar calendar =
            WorkingCalendars.builtIn(new BusinessClock()).national();
    private final CaseCountCells cells = new CaseCountCells();

    private static CaseCountCells.Closed closed(String refusal, boolean late) {
        return new CaseCountCells.Closed(
                "15010020260302000001",
                1,
                new RegionCode("150100"),
                "penalty-other",
                "penalty-other",
                "credit-center",
                "PORTAL",
                refusal == null ? "REPAIRED" : "REFUSED",
                refusal,
                false,
                late,
                LocalDate.of(2026, 3, 6),
                LocalDate.of(2026, 3, 10));
    }

    private Map<String, Long> of(String dimension) {
        return cells.counts().entrySet().stream()
                .filter(cell -> cell.getKey().dimension().equals(dimension))
                .collect(
                        Collectors.toMap(
                                cell ->
                                        cell.getKey().member()
                                                + " "
                                                + cell.getKey().measure()
                                                + " "
                                                + cell.getKey().bucket(),
                                Map.Entry::getValue));
    }

    @Test
    void aCaseCountsOnceInEachMeasureOfEachDimension() {
        cells.add(closed(null, false), calendar);
        assertThat(of("UNIT"))
                .isEqualTo(
                        Map.of(
                                "credit-center RESULT REPAIRED", 1L,
                                "credit-center LATE false", 1L,
                                "credit-center CORRECTED false", 1L,
                                "credit-center DAYS 2", 1L));
        assertThat(of("REGION").keySet()).allMatch(cell -> cell.startsWith("150100 "));
        assertThat(of("ITEM")).hasSize(4);
        assertThat(of("CHANNEL")).hasSize(4);
        assertThat(of("BOTH")).isEqualTo(Map.of("penalty-other/credit-center LATE false", 1L));
    }

    @Test
    void equalCasesAddUpAndRefusalsTellTheirKind() {
        cells.add(closed("CONDITIONS", true), calendar);
        cells.add(closed("CONDITIONS", true), calendar);
        cells.add(closed(null, false), calendar);
        assertThat(of("ITEM"))
                .containsEntry("penalty-other REFUSAL CONDITIONS", 2L)
                .containsEntry("penalty-other RESULT REFUSED", 2L)
                .containsEntry("penalty-other RESULT REPAIRED", 1L)
                .containsEntry("penalty-other LATE true", 2L)
                .containsEntry("penalty-other DAYS 2", 3L);
    }

    @Test
    void aStageCountsForItsPath() {
        cells.add(closed(null, false), "DECISION", 3);
        assertThat(of("PATH")).isEqualTo(Map.of("penalty-other DECISION 3", 1L));
    }
}
