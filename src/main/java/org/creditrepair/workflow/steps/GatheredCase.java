package org.creditrepair.workflow.steps;

import java.util.List;
import java.util.Objects;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.catalog.Catalog;
import org.jspecify.annotations.Nullable;

/**
 * A whole case as it is gathered elsewhere (办件归集): what was asked for, each step with its limit,
 * and the result. Times are ISO 8601 with offset. How to reach people stays here.
 */
record GatheredCase(
        String applicationNo,
        String subjectName,
        String uscc,
        String channel,
        @Nullable String submittedAt,
        @Nullable String closedAt,
        List<Item> items) {

    record Item(
            int itemNo,
            String item,
            String name,
            String recordNo,
            @Nullable String result,
            String resultReason,
            List<Step> stages) {}

    record Step(
            String stage,
            @Nullable String startedAt,
            @Nullable String dueAt,
            @Nullable String endedAt,
            @Nullable String outcome) {}

    static GatheredCase of(CaseFile file, Catalog catalog) {
        return new GatheredCase(
                file.applicationNo(),
                file.applicant().subject().name(),
                file.applicant().subject().code().value(),
                file.filing().channel().name(),
                text(file.filing().submittedAt()),
                text(file.closedAt()),
                file.items().stream().map(item -> item(file, item, catalog)).toList());
    }

    private static Item item(CaseFile file, CaseItem item, Catalog catalog) {
        return new Item(
                item.key().itemNo(),
                item.itemCode(),
                catalog.item(file.region(), item.itemCode()).name(),
                item.recordNo(),
                text(item.state().result()),
                item.state().resultReason(),
                item.stages().stream().map(GatheredCase::step).toList());
    }

    private static Step step(StageRecord stage) {
        return new Step(
                stage.stage().name(),
                text(stage.startedAt()),
                text(stage.limit().dueAt()),
                text(stage.end().endedAt()),
                text(stage.end().outcome()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return Objects.toString(value, null);
    }
}
