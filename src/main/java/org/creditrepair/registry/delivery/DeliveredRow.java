package org.creditrepair.registry.delivery;

import java.util.List;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was delivered.
 *
 * @param row null if it was not of the shape of a record
 * @param unit code of the unit that the row says it comes from, for the quality of its data; null
 *     if it says nothing. Who may deliver it is the sender's alone
 * @param unreadable what is wrong with a row that is null; else empty
 */
public record DeliveredRow(
        @Nullable CollectedRecord row, @Nullable String unit, List<Violation> unreadable) {

    private static final List<Violation> MALFORMED =
            List.of(new Violation("record", "MALFORMED", "须为失信信息对象，各字段类型见接口文档"));

    public static DeliveredRow of(@Nullable CollectedRecord row) {
        return new DeliveredRow(row, null, row == null ? MALFORMED : List.of());
    }

    /** A row that cannot be read because of one of its fields. */
    public static DeliveredRow unreadable(String field, String message) {
        return new DeliveredRow(null, null, List.of(new Violation(field, "MALFORMED", message)));
    }

    /** The unit whose quality of data the row counts for; null if the sender belongs to none. */
    public @Nullable String countedFor(Region region, Sender sender) {
        return unit != null
                ? unit
                : sender.unitFor(
                        row == null || row.item() == null
                                ? null
                                : region.item(row.item()).orElse(null));
    }
}
