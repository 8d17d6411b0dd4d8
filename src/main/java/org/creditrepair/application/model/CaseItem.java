package org.creditrepair.application.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.task.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One item of a joint application as it stands.
 *
 * @param itemCode code of the repair item in the region's catalogue
 * @param unit code of the unit that reviews
 */
@RecordBuilder
public record CaseItem(
        CaseKey key,
        String itemCode,
        String recordNo,
        Request request,
        String unit,
        State state,
        List<ItemMaterial> materials,
        List<StageRecord> stages,
        List<AppliedRule> rules) {

    /**
     * The request.
     *
     * @param obligationsFulfilledOn null where the ground is that they are not fulfilled yet
     * @param measure what a court asked for of its own motion; else null
     * @param shieldUntil day on which a shielded record is reassessed; null for none
     * @param shortenTo first day off display of a shortened listing; null for none
     * @param earlierCase the last earlier case about the same record, which ended without a repair;
     *     null for none
     */
    public record Request(
            String reason,
            @Nullable LocalDate obligationsFulfilledOn,
            Ground ground,
            @Nullable CourtMeasure measure,
            LocalDate shieldUntil,
            LocalDate shortenTo,
            @Nullable CaseKey earlierCase) {}

    /**
     * How far an item has come.
     *
     * @param result null while the item is open
     * @param resultReason why the item was refused, rejected, withdrawn or given up; null if
     *     repaired
     * @param corrected whether the one correction (一次性补正) has been asked for
     * @param revokedAt when the repair was revoked (撤销修复); null if it was not
     */
    public record State(
            ItemStatus status,
            @Nullable ItemResult result,
            String resultReason,
            boolean corrected,
            @Nullable OffsetDateTime revokedAt) {}

    public CaseItem {
        materials = Collections.unmodifiableList(materials);
        stages = Collections.unmodifiableList(stages);
        rules = Collections.unmodifiableList(rules);
    }

    /** How the item stands against its limits at a moment. */
    public SlaStatus sla(OffsetDateTime now) {
        return SlaStatus.worst(stages.stream().map(stage -> stage.sla(now)).toList());
    }

    /**
     * Whether a repair stands decided and has not taken effect yet: the last stage is a decision
     * for it, by a person, or by the server where it accepted the case by itself too.
     */
    public boolean isRepairDecided() {
        if (state.status != ItemStatus.DECIDED || stages.isEmpty()) {
            return false;
        }
        StageRecord last = stages.get(stages.size() - 1);
        boolean byServer =
                stages.stream()
                        .filter(stage -> stage.end().outcome() == Outcome.ACCEPT)
                        .allMatch(stage -> stage.end().actor() == null);
        return last.stage() == Stage.DECISION
                && last.end().outcome() == Outcome.REPAIR
                && last.end().endedAt() != null
                && (last.end().actor() != null || byServer);
    }

    /** Whether a decision or an earlier end has made withdrawal impossible. */
    public boolean isDecided() {
        return state.status == ItemStatus.DECIDED
                || state.status == ItemStatus.SHARING
                || state.status == ItemStatus.CLOSED;
    }

    /** The last day on which a correction that was demanded can be handed in; empty if none was. */
    public Optional<LocalDate> correctionUntil() {
        return stages.stream()
                .filter(stage -> stage.stage() == Stage.CORRECTION)
                .filter(stage -> stage.limit().dueAt() != null)
                .map(stage -> stage.limit().dueAt().toLocalDate())
                .reduce((first, last) -> last);
    }
}
