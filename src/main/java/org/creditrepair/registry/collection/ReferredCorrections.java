package org.creditrepair.registry.collection;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.delivery.CollectedRecord;
import org.creditrepair.registry.delivery.Sender;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.storage.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells which corrections of records a person has to agree to, and puts them before one. */
@Component
class ReferredCorrections {

    private static final int DIGEST = 16;

    private final ExternalResults results;
    private final RecordRegister register;
    private final Json json;
    private final BusinessClock clock;

    ReferredCorrections(
            ExternalResults results, RecordRegister register, Json json, BusinessClock clock) {
        this.results = results;
        this.register = register;
        this.json = json;
        this.clock = clock;
    }

    /** Why a correction takes something off a display; empty if it takes nothing off. */
    Optional<String> doubt(DishonestyRecord before, DishonestyRecord now) {
        LocalDate today = clock.today();
        if (!before.isDisplayedOn(today)) {
            return Optional.empty();
        }
        if (!now.isDisplayedOn(today)) {
            return Optional.of("更正后该信息将停止公示");
        }
        if (!now.party().subject().code().equals(before.party().subject().code())) {
            return Optional.of("更正后该信息将不再公示于原主体名下");
        }
        if (!now.item().equals(before.item())) {
            return Optional.of("更正后该信息将改按其他修复事项办理");
        }
        if (isEarlier(now.display().period().endsOn(), before.display().period().endsOn())) {
            return Optional.of("更正后公示期将提前届满");
        }
        boolean sooner =
                isEarlier(
                        now.display().period().repairableFrom(),
                        before.display().period().repairableFrom());
        boolean freed =
                !register.neverEndedEarly(before).isEmpty()
                        && register.neverEndedEarly(now).isEmpty();
        return sooner || freed ? Optional.of("更正后该信息将可以提前修复") : Optional.empty();
    }

    /** Whether a day comes before another; null is never. */
    private static boolean isEarlier(@Nullable LocalDate day, @Nullable LocalDate other) {
        return day != null && (other == null || day.isBefore(other));
    }

    /**
     * Puts a correction before a person.
     *
     * @return false if it waits or was decided already; then it is not put again
     */
    boolean refer(DishonestyRecord before, CollectedRecord row, Sender sender, String doubt) {
        String content = json.write(row);
        String digest = DigestUtils.sha256Hex(before + content).substring(0, DIGEST);
        return results.refer(before, content, digest, sender.account(), doubt);
    }
}
