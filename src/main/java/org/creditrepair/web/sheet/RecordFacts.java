package org.creditrepair.web.sheet;

import java.util.HashMap;
import java.util.Map;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.rules.NationalTables;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Model of a record on a sheet: itself, its item, its state today, its history. */
@Component
class RecordFacts {

    private final RecordRegister register;
    private final Catalog catalog;
    private final RuleTables tables;
    private final BusinessClock clock;

    RecordFacts(RecordRegister register, Catalog catalog, RuleTables tables, BusinessClock clock) {
        this.register = register;
        this.catalog = catalog;
        this.tables = tables;
        this.clock = clock;
    }

    Map<String, Object> model(RegionCode region, String recordNo) {
        DishonestyRecord record = register.find(region, recordNo).orElseThrow();
        RepairItem item = catalog.item(region, record.item());
        Map<String, Object> facts = new HashMap<>();
        facts.put("record", record);
        facts.put("repairItem", item);
        facts.put("state", record.stateOn(clock.today()));
        facts.put("history", register.historyOf(region, recordNo));
        facts.put("superior", superior(record, item));
        return facts;
    }

    /** The procedure that the superior of the deciding unit has laid down; null for none. */
    private @Nullable String superior(DishonestyRecord record, RepairItem item) {
        return tables.row(
                        NationalTables.SUPERIOR,
                        new NationalTables.RecordFacts(
                                RepairPath.of(item.path()).text(), record.category().text()))
                .procedure();
    }
}
