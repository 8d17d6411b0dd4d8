package org.creditrepair.sharing.ledger;

import java.util.Optional;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.model.RegionCode;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.sharing.ledger.Push.Status;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in the receipts that come later, in whatever order and however often they come. */
@Service
public class Receipts {

    /** What a receipt says. */
    enum Verdict {
        /** 已处理. */
        ACCEPTED,
        /** 拒绝. */
        REFUSED
    }

    private final PushLedger ledger;
    private final BusinessClock clock;

    public Receipts(PushLedger ledger, BusinessClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @return the push as the receipt leaves it; nothing if the receipt says nothing new
     * @throws RefusedException naming every field that is wrong
     */
    @Transactional
    public Optional<Push> arrived(RegionCode region, Receipt receipt) {
        Violations wrong = new Violations(clock.today());
        wrong.text("platform", receipt.platform(), 32);
        wrong.text("idempotencyKey", receipt.idempotencyKey(), 160);
        wrong.optional("receiptNo", receipt.receiptNo(), 128);
        wrong.optional("message", receipt.message(), 1000);
        Verdict verdict = wrong.code("status", receipt.status(), Verdict.class);
        if (verdict == Verdict.REFUSED && Violations.isBlank(receipt.message())) {
            wrong.add(Violation.required("message"));
        }
        if (!wrong.isEmpty()) {
            throw RefusedException.invalid(wrong.found());
        }
        Push push =
                ledger.turnOf(region, receipt.platform(), receipt.idempotencyKey())
                        .orElseThrow(
                                () ->
                                        RefusedException.notFound(
                                                "idempotencyKey",
                                                "未向该平台推送过：" + receipt.idempotencyKey()));
        if (push.status() == Status.DELIVERED || push.status() == Status.REFUSED) {
            return Optional.empty();
        }
        if (verdict == Verdict.ACCEPTED) {
            ledger.delivered(
                    push, receipt.receiptNo() == null ? receipt.message() : receipt.receiptNo());
        } else {
            ledger.refused(push, receipt.message());
        }
        return ledger.turnOf(region, receipt.platform(), receipt.idempotencyKey());
    }
}
