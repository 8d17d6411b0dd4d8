package org.creditrepair.notice.serving;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * The service of a decision's repair notice (信用修复告知书的送达).
 *
 * @param unit code of the unit that punished and serves (谁处罚谁告知)
 * @param served null while it is not settled, and where none was needed
 * @param remark what the unit wrote to it
 * @param settledAt null while it is not settled
 */
public record NoticeService(
        long id,
        RegionCode region,
        String recordNo,
        String unit,
        OffsetDateTime openedAt,
        Served served,
        @Nullable String remark,
        @Nullable String settledBy,
        @Nullable OffsetDateTime settledAt) {

    /**
     * A service that took place; all null where none did.
     *
     * @param recipient who took the paper in (签收人)
     * @param proof number of the receipt, of the letter, or of the stored scan (送达凭证)
     */
    public record Served(
            @Nullable LocalDate servedOn,
            @Nullable ServiceMethod method,
            @Nullable String recipient,
            @Nullable String proof) {

        static final Served NONE = new Served(null, null, null, null);
    }
}
