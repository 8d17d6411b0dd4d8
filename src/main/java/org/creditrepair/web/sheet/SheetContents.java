package org.creditrepair.web.sheet;

import java.util.Map;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.ListAdjustment;
import org.creditrepair.hotline.HotlineRequest;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Subject;
import org.creditrepair.registry.register.RecordRegister;
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
    private final RecordRegister register;
    private final Catalog catalog;
    private final RenderedMatterSheet matters;

    SheetContents(
            Applications applications,
            RecordRegister register,
            RenderedMatterSheet matters,
            Catalog catalog) {
        this.applications = applications;
        this.register = register;
        this.catalog = catalog;
        this.matters = matters;
    }

    @Override
    public About about(RegionCode region, String reference) {
        if (!CaseKey.isWellFormed(reference)) {
            return about(region, matters.model(region, reference));
        }
        CaseKey key = CaseKey.parse(reference);
        CaseFile file = applications.byNumber(key.applicationNo());
        String recordNo = file.item(key.itemNo()).recordNo();
        return ofRecord(register.find(region, recordNo).orElseThrow(), file.applicant().subject());
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
            return ofRecord(record, record.party().subject());
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

    private About ofRecord(DishonestyRecord record, Subject subject) {
        return new About(
                null,
                catalog.item(record.region(), record.item()).name(),
                subject.name(),
                subject.code().value(),
                record.recordNo(),
                record.decision().documentNo());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
