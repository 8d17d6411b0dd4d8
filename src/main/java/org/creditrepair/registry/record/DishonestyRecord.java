package org.creditrepair.registry.record;

import java.time.LocalDate;
import java.util.List;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * One dishonesty record (失信信息) of a region.
 *
 * @param recordNo number given by the delivering unit, unique in the region
 * @param item code of the repair item it is repaired by
 * @param documentNo number of the decision (决定文书号)
 * @param authority who decided (决定机关)
 * @param decidedOn day of the decision
 * @param penaltyTypes kinds of penalties (处罚种类); empty for lists
 * @param field sector of the facts (领域), or null
 * @param severity null where the sender gave none
 * @param obligations what the decision obliges to, or null
 * @param listedOn day of listing; null for penalties
 * @param cause of an abnormal listing; else null
 * @param listedWith number of the listing of the employer that the subject was listed with (随同列入);
 *     else null
 * @param outstanding whether the unit's data show that the obligations are not met (仍未履行)
 * @param mobile where the subject is told of its rights; null if not known
 * @param usccConfirmed whether the sender confirmed a code that fails its check character
 * @param revokedOn day on which a repair won by false promises was revoked (撤销修复); null if none was
 * @param blockedUntil first day after it on which a repair may be applied for again; null for none
 * @param openApplicationNo number of the application in progress for this record, or null
 * @param deliveredBy code of the unit that delivered it first; null where none is known
 */
public record DishonestyRecord(
        RegionCode region,
        String recordNo,
        RecordCategory category,
        String item,
        Subject subject,
        String documentNo,
        String authority,
        LocalDate decidedOn,
        List<String> penaltyTypes,
        String field,
        @Nullable Severity severity,
        String obligations,
        LocalDate listedOn,
        @Nullable ListingCause cause,
        @Nullable String listedWith,
        boolean outstanding,
        String mobile,
        boolean usccConfirmed,
        DisplayPeriod period,
        RecordState state,
        @Nullable LocalDate revokedOn,
        @Nullable LocalDate blockedUntil,
        @Nullable String openApplicationNo,
        @Nullable String deliveredBy) {

    public DishonestyRecord {
        penaltyTypes = List.copyOf(penaltyTypes);
    }

    /** The same, delivered by a unit; null for none. */
    public DishonestyRecord deliveredBy(@Nullable String unit) {
        return new DishonestyRecord(
                region,
                recordNo,
                category,
                item,
                subject,
                documentNo,
                authority,
                decidedOn,
                penaltyTypes,
                field,
                severity,
                obligations,
                listedOn,
                cause,
                listedWith,
                outstanding,
                mobile,
                usccConfirmed,
                period,
                state,
                revokedOn,
                blockedUntil,
                openApplicationNo,
                unit);
    }

    /** The day with which the display period begins: of the listing, else of the decision. */
    public LocalDate beginsOn() {
        return listedOn == null ? decidedOn : listedOn;
    }

    /**
     * The display state on a day: a record whose longest term has been reached is off display,
     * unless its obligations are known not to be met; then a person decides (国家发展改革委令第36号).
     */
    public RecordState stateOn(LocalDate today) {
        return state == RecordState.DISPLAYED && period.isOver(today) && !outstanding
                ? RecordState.EXPIRED
                : state;
    }

    public boolean isDisplayedOn(LocalDate today) {
        return stateOn(today) == RecordState.DISPLAYED;
    }

    /** Whether no repair may be applied for on a day, because an earlier one was revoked. */
    public boolean isBlockedOn(LocalDate day) {
        return revokedOn != null && (blockedUntil == null || day.isBefore(blockedUntil));
    }
}
