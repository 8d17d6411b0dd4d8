package org.creditrepair.registry.display;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a repair of a record may be applied for.
 *
 * @param eligible on the day asked for
 * @param from first day on which it may be applied for; null where it never may
 * @param reasons why not, in Chinese; empty if eligible
 */
public record Eligibility(boolean eligible, @Nullable LocalDate from, List<String> reasons) {

    public Eligibility {
        reasons = List.copyOf(reasons);
    }
}
