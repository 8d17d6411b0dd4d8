package org.creditrepair.application.progress;

import java.time.OffsetDateTime;
import org.creditrepair.vocabulary.RegionCode;

/** Says until when a correction (补正) is waited for. */
@FunctionalInterface
public interface CorrectionDeadline {

    /**
     * The last moment for a correction that is demanded now.
     *
     * @param region code of the region, whose working days count
     */
    OffsetDateTime correctionEnd(RegionCode region);
}
