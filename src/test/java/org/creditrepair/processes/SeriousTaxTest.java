package org.creditrepair.processes;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/**
 * 重大税收违法失信主体名单: earlier on application (国家税务总局令第54号), after a year only for listings from 1 April
 * 2026 (国家发展改革委令第36号).
 */
@Tag("postgresql")
class SeriousTaxTest extends FullTermListStories {

    SeriousTaxTest() {
        super(
                "serious-tax",
                "tax",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 11),
                LocalDate.of(2026, 4, 10),
                LocalDate.of(2027, 4, 10));
    }

    @Override
    Map<String, Object> early() {
        clock.moveTo(OffsetDateTime.parse("2026-04-20T09:00:00+08:00").toInstant());
        return super.early();
    }
}
