package org.creditrepair.registry;

import java.util.List;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RepairItem;
import org.springframework.stereotype.Service;

/** Guides a subject (智能导办): what of its records can be repaired, when and where. */
@Service
public class RepairGuidance {

    private final Catalog catalog;
    private final RecordRegister register;
    private final BusinessClock clock;

    public RepairGuidance(Catalog catalog, RecordRegister register, BusinessClock clock) {
        this.catalog = catalog;
        this.register = register;
        this.clock = clock;
    }

    /** Advice for each record of the subject on display, oldest decision first. */
    public List<Advice> of(Region region, Uscc subject) {
        return register.displayedOf(region.code(), subject).stream()
                .map(record -> advice(region, record))
                .toList();
    }

    private Advice advice(Region region, DishonestyRecord record) {
        RepairItem item = catalog.item(region.code().value(), record.item());
        return new Advice(
                record,
                item,
                item.on(clock.today()),
                region.reviewUnit(item, record.authority()),
                register.eligibility(record));
    }
}
