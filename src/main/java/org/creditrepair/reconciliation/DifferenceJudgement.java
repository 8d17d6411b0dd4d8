package org.creditrepair.reconciliation;

import java.util.Optional;
import org.creditrepair.catalog.rules.RuleTable;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.reconciliation.DisplayDifference.Handling;
import org.creditrepair.reconciliation.DisplayDifference.Kind;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.task.Reference;
import org.springframework.stereotype.Component;

/** Decides by the table {@code reconciliation} how a difference is handled. */
@Component
class DifferenceJudgement {

    static final RuleTable<Difference, Judgement> TABLE =
            new RuleTable<>("reconciliation", Difference.class, Judgement.class);

    private static final String NATIONAL_SITE = "creditchina";

    private final RuleTables tables;
    private final ExternalResults results;
    private final DifferenceStore differences;

    /**
     * A difference.
     *
     * @param difference its kind
     * @param push what the ledger says the platform knows
     * @param national whether the national site differs too
     */
    record Difference(String difference, String platform, String push, String national) {}

    /** Handling of a difference, and its cause. */
    record Judgement(Handling handling, String cause) {}

    DifferenceJudgement(RuleTables tables, ExternalResults results, DifferenceStore differences) {
        this.tables = tables;
        this.results = results;
        this.differences = differences;
    }

    /**
     * @param last the last push about the record's display to the platform
     */
    Judgement judge(Reconciliation run, Kind kind, String recordNo, Optional<Push> last) {
        return tables.row(
                TABLE,
                new Difference(
                        kind.text(),
                        run.platform().equals(NATIONAL_SITE) ? "信用中国" : "其他平台",
                        told(run, recordNo, last),
                        national(run, recordNo)));
    }

    /** Latest push about a record to the platform. */
    private String told(Reconciliation run, String recordNo, Optional<Push> last) {
        if (last.isEmpty()) {
            return decided(run, recordNo, last) ? "人工已定" : "从未推送";
        }
        Push push = last.get();
        if (push.status() != Push.Status.DELIVERED || push.deliveredAt().isAfter(run.begunAt())) {
            return "未送达";
        }
        if (decided(run, recordNo, last)) {
            return "人工已定";
        }
        return push.content().sharingNo().startsWith(Reference.RECONCILIATION) ? "已重推" : "已送达";
    }

    /** Whether a person has kept to the register since the platform was last told. */
    private boolean decided(Reconciliation run, String recordNo, Optional<Push> last) {
        return results.keptSince(
                run.region(), recordNo, run.platform(), last.map(Push::createdAt).orElse(null));
    }

    private String national(Reconciliation run, String recordNo) {
        return differences.open(run.region(), NATIONAL_SITE, recordNo).isEmpty()
                ? "与本平台一致"
                : "与本平台不一致";
    }
}
