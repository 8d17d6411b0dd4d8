package org.creditrepair.web.sheet;

import java.util.Map;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.ListAdjustment;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.hotline.HotlineRequest;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Subject;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.queue.QueuedTask.About;
import org.creditrepair.workflow.queue.TaskContents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells for the queue what the sheet of a case or matter is about. */
@Component
class SheetContents implements TaskContents {

    private static final About NOTHING = new About(null, null, null, null, null, null);

    private final Applications applications;
    private final RecordFacts records;
    private final RenderedMatterSheet matters;

    SheetContents(Applications applications, RecordFacts records, RenderedMatterSheet matters) {
        this.applications = applications;
        this.records = records;
        this.matters = matters;
    }

    @Override
    public About about(RegionCode region, String reference) {
        if (!CaseKey.isWellFormed(reference)) {
            return about(region, matters.model(region, reference));
        }
        CaseKey key = CaseKey.parse(reference);
        CaseFile file = applications.byNumber(key.applicationNo());
        Map<String, Object> model = records.model(region, file.item(key.itemNo()).recordNo());
        return ofRecord(model, file.applicant().subject());
    }

    private About ofCase(RegionCode region, String caseKey) {
        About about = about(region, caseKey);
        return new About(
                caseKey,
                about.item(),
                about.subject(),
                about.subjectCode(),
                about.recordNo(),
                about.documentNo());
    }

    private About about(RegionCode region, Map<String, Object> model) {
        if (model.get("record") instanceof DishonestyRecord record) {
            return ofRecord(model, record.party().subject());
        } else if (model.get("asked") instanceof Consultation asked) {
            return CaseKey.isWellFormed(asked.reference())
                    ? ofCase(region, asked.reference())
                    : NOTHING;
        } else if (model.get("request") instanceof HotlineRequest request) {
            return new About(
                    null, request.type().text(), request.caller().name(), null, null, null);
        } else if (model.get("adjustment") instanceof ListAdjustment adjustment) {
            return new About(null, adjustment.item().name(), null, null, null, null);
        }
        return new About(null, text(model.get("platform")), null, null, null, null);
    }

    private static About ofRecord(Map<String, Object> model, Subject subject) {
        DishonestyRecord record = (DishonestyRecord) model.get("record");
        RepairItem item = (RepairItem) model.get("repairItem");
        return new About(
                null,
                item == null ? null : item.name(),
                subject.name(),
                subject.code().value(),
                record == null ? null : record.recordNo(),
                record == null ? null : record.decision().documentNo());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
