package org.creditrepair.application.intake;

import java.time.format.DateTimeFormatter;
import org.creditrepair.application.store.ApplicationStore;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.CopiedCode;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Component;

/** Gives out application numbers (申请编号) and progress codes (办理进度查询码). */
@Component
class ApplicationNumbers {

    private static final int PROGRESS_CODE_LENGTH = 14;

    private final ApplicationStore store;
    private final BusinessClock clock;

    ApplicationNumbers(ApplicationStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Region, day and a running number: {@code 150100} {@code 20260302} {@code 000017}. */
    String next(RegionCode region) {
        return region
                + clock.today().format(DateTimeFormatter.BASIC_ISO_DATE)
                + "%06d".formatted(store.nextNumber(region));
    }

    /** About 69 random bits, so that it cannot be guessed. */
    String progressCode() {
        return CopiedCode.random(PROGRESS_CODE_LENGTH);
    }
}
