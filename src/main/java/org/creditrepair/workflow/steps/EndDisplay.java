package org.creditrepair.workflow.steps;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.creditrepair.application.Applications;
import org.creditrepair.application.CaseFile;
import org.creditrepair.application.CaseKey;
import org.creditrepair.application.ItemProgress;
import org.creditrepair.catalog.RecordCategory;
import org.creditrepair.registry.DishonestyRecord;
import org.creditrepair.registry.RecordRegister;
import org.creditrepair.sharing.PlatformEvent;
import org.creditrepair.sharing.ShareRecords;
import org.creditrepair.workflow.CaseLimits;
import org.creditrepair.workflow.Variables;
import org.springframework.stereotype.Component;

/** 终止公示、移出名单: the record goes off display, and every platform is to be told. */
@Component("endDisplay")
class EndDisplay implements CaseStep {

    private final ItemProgress progress;
    private final Applications applications;
    private final RecordRegister register;
    private final ShareRecords share;
    private final CaseLimits limits;

    EndDisplay(
            ItemProgress progress,
            Applications applications,
            RecordRegister register,
            ShareRecords share,
            CaseLimits limits) {
        this.progress = progress;
        this.applications = applications;
        this.register = register;
        this.share = share;
        this.limits = limits;
    }

    @Override
    public void execute(CaseKey key, DelegateExecution execution) {
        CaseFile file = applications.byNumber(key.applicationNo());
        DishonestyRecord record =
                register.find(file.region(), file.item(key.itemNo()).recordNo()).orElseThrow();
        boolean limited = record.category() != RecordCategory.PENALTY;
        progress.endDisplay(
                key, limited ? limits.sharingEnd(file.region().value(), record.item()) : null);
        String sharingNo = key + "-" + PlatformEvent.REPAIRED;
        share.announce(
                sharingNo, PlatformEvent.REPAIRED, key.toString(), file.region(), List.of(record));
        execution.setVariable(Variables.SHARING_NO, sharingNo);
    }
}
