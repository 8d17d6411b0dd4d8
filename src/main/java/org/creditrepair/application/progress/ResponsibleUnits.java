package org.creditrepair.application.progress;

import java.util.Optional;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.springframework.stereotype.Component;

/** Which units have a part in a case (谁认定、谁修复), besides the one that stands in it. */
@Component
public class ResponsibleUnits {

    private final Catalog catalog;
    private final RecordRegister register;

    ResponsibleUnits(Catalog catalog, RecordRegister register) {
        this.catalog = catalog;
        this.register = register;
    }

    /**
     * The office of the city where the record was decided, which reviews first (市级初审, 甘肃方案三（二）);
     * empty where the unit that decides reviews alone.
     */
    public Optional<Unit> preliminary(CaseFile file, CaseItem item) {
        Region region = catalog.region(file.region());
        return region.item(item.itemCode())
                .filter(one -> one.review().preliminaryUnit() != null)
                .flatMap(one -> region.preliminaryUnit(one, authority(file, item)));
    }

    /**
     * Limit of the first review in working days, from receipt.
     *
     * @throws IllegalStateException if the item has no first review
     */
    public int preliminaryWorkingDays(RepairItem item) {
        Integer days = item.review().preliminaryWorkingDays();
        if (days == null) {
            throw new IllegalStateException("该事项没有初审时限：" + item.code());
        }
        return days;
    }

    /**
     * Whether the case is with the credit office only to be assigned, because it cannot be told
     * from the record which unit decided.
     */
    public boolean isToBeAssigned(CaseFile file, CaseItem item) {
        Region region = catalog.region(file.region());
        return item.unit().equals(region.creditOffice())
                && region.item(item.itemCode())
                        .flatMap(one -> region.reviewer(one, authority(file, item)))
                        .isEmpty();
    }

    private String authority(CaseFile file, CaseItem item) {
        DishonestyRecord record = register.find(file.region(), item.recordNo()).orElseThrow();
        return record.decision().authority();
    }
}
