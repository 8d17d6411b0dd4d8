package org.creditrepair.workflow.limits;

import java.util.Optional;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.application.progress.ResponsibleUnits;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Component;

/** Finds the engine group of the unit that is responsible (谁认定谁修复). */
@Component
public class ResponsibleGroups {

    private final Applications applications;
    private final Catalog catalog;
    private final RecordRegister register;
    private final ResponsibleUnits responsible;

    public ResponsibleGroups(
            Applications applications,
            Catalog catalog,
            RecordRegister register,
            ResponsibleUnits responsible) {
        this.responsible = responsible;
        this.applications = applications;
        this.catalog = catalog;
        this.register = register;
    }

    /** The unit that reviews a case. */
    public String ofCase(String caseKey) {
        CaseKey key = CaseKey.parse(caseKey);
        CaseFile file = applications.byNumber(key.applicationNo());
        return ofUnit(file.region(), file.item(key.itemNo()).unit());
    }

    /** The office that reviews a case before the unit that decides (初审单位), if one does. */
    Optional<String> preliminary(String caseKey) {
        CaseKey key = CaseKey.parse(caseKey);
        CaseFile file = applications.byNumber(key.applicationNo());
        return responsible
                .preliminary(file, file.item(key.itemNo()))
                .map(unit -> unit.group(file.region()));
    }

    /** The unit that decides about a record. */
    String ofRecord(RegionCode code, String recordNo) {
        Region region = catalog.region(code);
        DishonestyRecord record = register.find(code, recordNo).orElseThrow();
        return region.reviewUnit(
                        region.item(record.item()).orElseThrow(), record.decision().authority())
                .group(code);
    }

    /**
     * The unit that made the decision of a record (谁处罚谁告知): the one that it names, else the one
     * that delivered it, else the credit office.
     */
    String ofPunisher(RegionCode code, String recordNo) {
        Region region = catalog.region(code);
        DishonestyRecord record = register.find(code, recordNo).orElseThrow();
        return region.punisher(record.decision().authority(), record.custody().deliveredBy())
                .group(code);
    }

    /** The region's credit office (社会信用体系建设牵头部门). */
    public String creditOffice(RegionCode region) {
        return ofUnit(region, catalog.region(region).creditOffice());
    }

    String ofUnit(RegionCode region, String unit) {
        return catalog.region(region).unit(unit).group(region);
    }
}
