package org.creditrepair.registry.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * One dishonesty record (失信信息) of a region.
 *
 * @param recordNo number given by the delivering unit, unique in the region
 * @param item code of the repair item it is repaired by
 */
@RecordBuilder
public record DishonestyRecord(
        RegionCode region,
        String recordNo,
        RecordCategory category,
        String item,
        Party party,
        Decision decision,
        Listing listing,
        Display display,
        Custody custody) {

    /**
     * Whom a record is about.
     *
     * @param usccConfirmed whether the sender confirmed a code that fails its check character
     * @param mobile where the subject is told of its rights; null if not known
     */
    public record Party(Subject subject, boolean usccConfirmed, String mobile) {}

    /**
     * The decision that a record comes from.
     *
     * @param documentNo number of the decision (决定文书号)
     * @param authority who decided (决定机关)
     * @param decidedOn day of the decision
     * @param penaltyTypes kinds of penalties (处罚种类); empty for lists
     * @param field sector of the facts (领域), or null
     * @param severity null where the sender gave none
     * @param obligations what the decision obliges to, or null
     * @param outstanding whether the unit's data show that the obligations are not met (仍未履行)
     */
    public record Decision(
            String documentNo,
            String authority,
            LocalDate decidedOn,
            List<String> penaltyTypes,
            String field,
            @Nullable Severity severity,
            String obligations,
            boolean outstanding) {
        public Decision {
            penaltyTypes = List.copyOf(penaltyTypes);
        }
    }

    /**
     * The listing of a record of a list; empty for penalties.
     *
     * @param listedOn day of listing; null for penalties
     * @param cause of an abnormal listing; else null
     * @param listedWith number of the listing of the employer that the subject was listed with
     *     (随同列入); else null
     */
    public record Listing(
            LocalDate listedOn, @Nullable ListingCause cause, @Nullable String listedWith) {}

    /**
     * How a record is displayed.
     *
     * @param revokedOn day on which a repair won by false promises was revoked (撤销修复); null if none
     *     was
     * @param blockedUntil first day after it on which a repair may be applied for again; null for
     *     none
     */
    public record Display(
            DisplayPeriod period,
            RecordState state,
            @Nullable LocalDate revokedOn,
            @Nullable LocalDate blockedUntil) {}

    /**
     * Who delivered a record, and which application it waits for.
     *
     * @param deliveredBy code of the unit that delivered it first; null where none is known
     * @param openApplicationNo number of the application in progress for this record, or null
     */
    public record Custody(@Nullable String deliveredBy, @Nullable String openApplicationNo) {}

    /** The day with which the display period begins: of the listing, else of the decision. */
    public LocalDate beginsOn() {
        return listing.listedOn == null ? decision.decidedOn : listing.listedOn;
    }

    /**
     * The display state on a day: a record whose longest term has been reached is off display,
     * unless its obligations are known not to be met; then a person decides (国家发展改革委令第36号).
     */
    public RecordState stateOn(LocalDate today) {
        return display.state == RecordState.DISPLAYED
                        && display.period.isOver(today)
                        && !decision.outstanding
                ? RecordState.EXPIRED
                : display.state;
    }

    public boolean isDisplayedOn(LocalDate today) {
        return stateOn(today) == RecordState.DISPLAYED;
    }

    /** Whether no repair may be applied for on a day, because an earlier one was revoked. */
    public boolean isBlockedOn(LocalDate day) {
        return display.revokedOn != null
                && (display.blockedUntil == null || day.isBefore(display.blockedUntil));
    }
}
