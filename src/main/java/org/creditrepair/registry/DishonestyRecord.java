package org.creditrepair.registry;

import java.time.LocalDate;
import java.util.List;
import org.creditrepair.catalog.RecordCategory;
import org.creditrepair.catalog.RegionCode;

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
 * @param usccConfirmed whether the sender confirmed a code that fails its check character
 * @param openApplicationNo number of the application in progress for this record, or null
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
        Severity severity,
        String obligations,
        LocalDate listedOn,
        ListingCause cause,
        boolean usccConfirmed,
        DisplayPeriod period,
        RecordState state,
        String openApplicationNo) {

    public DishonestyRecord {
        penaltyTypes = List.copyOf(penaltyTypes);
    }

    /** The display state on a day: a record whose longest term has been reached is off display. */
    public RecordState stateOn(LocalDate today) {
        return state == RecordState.DISPLAYED && period.isOver(today) ? RecordState.EXPIRED : state;
    }

    public boolean isDisplayedOn(LocalDate today) {
        return stateOn(today) == RecordState.DISPLAYED;
    }
}
