package org.creditrepair.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What can happen on the path of a serious list that is left early on application, or at full term.
 */
abstract class FullTermListStories extends VerifiedListStories {

    FullTermListStories(
            String path,
            String unit,
            LocalDate acceptBy,
            LocalDate decideBy,
            LocalDate listedTooLate,
            LocalDate firstDay) {
        super(path, unit, acceptBy, decideBy, listedTooLate, firstDay);
    }

    @Test
    void atItsFullTermTheListIsLeftWithoutAPerson() {
        Map<String, Object> record = record();
        town.await(true, PLATFORMS, record.get("recordNo"));
        jdbc.sql(
                        """
                        update dishonesty_record set display_ends_on = date '2026-03-02'
                        where record_no = ?""")
                .param(record.get("recordNo"))
                .update();
        String no = town.applied(application(record));
        JsonNode item = town.closedItem(no);
        assertThat(item.path("result").asText()).isEqualTo("REPAIRED");
        assertThat(item.path("stages").get(1).path("remark").asText()).contains("最长期限已届满");
        town.await(false, PLATFORMS, record.get("recordNo"));
        assertThat(
                        town.deliveries("gsxt", record.get("recordNo"))
                                .findValuesAsText("idempotencyKey"))
                .contains(no + "-1-gsxt-EXPIRED");
    }
}
