package org.creditrepair.sharing.ledger;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Objects;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.sharing.ledger.Push.Status;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in the receipts that come later, in whatever order and however often they come. */
@Service
public class Receipts {

    /** Result of a receipt. */
    enum Verdict {
        /** 已处理. */
        ACCEPTED,
        /** 拒绝. */
        REFUSED
    }

    private static final int ATTEMPTS = 10;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Retry again =
            Retry.of(
                    "receipts",
                    RetryConfig.custom()
                            .maxAttempts(ATTEMPTS)
                            .intervalFunction(IntervalFunction.ofRandomized(PAUSE))
                            .retryExceptions(ConcurrencyFailureException.class)
                            .build());
    private final PushLedger ledger;
    private final SharingProcess process;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    public Receipts(
            PushLedger ledger,
            SharingProcess process,
            TransactionTemplate transaction,
            BusinessClock clock) {
        this.ledger = ledger;
        this.process = process;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes in a receipt; the same one again, or one that contradicts an earlier one, changes
     * nothing. A refusal goes back to where the push is sent, and stands there before a person.
     * Receipts of several platforms may move the same sharing at once: who comes second begins its
     * transaction anew.
     *
     * @throws RefusedException naming every field that is wrong
     */
    public void arrived(RegionCode region, Receipt receipt) {
        Verdict verdict = check(receipt);
        again.executeRunnable(
                () -> transaction.executeWithoutResult(status -> enter(region, receipt, verdict)));
    }

    private Verdict check(Receipt receipt) {
        Violations wrong = new Violations(clock.today());
        wrong.text("platform", receipt.platform(), 32);
        wrong.text("idempotencyKey", receipt.idempotencyKey(), 160);
        wrong.optional("receiptNo", receipt.receiptNo(), 128);
        wrong.optional("message", receipt.message(), 1000);
        Verdict verdict = wrong.code("status", receipt.status(), Verdict.class);
        if (verdict == Verdict.REFUSED && Violations.isBlank(receipt.message())) {
            wrong.add(Violation.required("message"));
        }
        wrong.refuse();
        return Objects.requireNonNull(verdict);
    }

    private void enter(RegionCode region, Receipt receipt, Verdict verdict) {
        Push push =
                ledger.turnOf(region, receipt.platform(), receipt.idempotencyKey())
                        .orElseThrow(
                                () ->
                                        RefusedException.notFound(
                                                "idempotencyKey",
                                                "未向该平台推送过：" + receipt.idempotencyKey()));
        if (push.status() == Status.DELIVERED || push.status() == Status.REFUSED) {
            return;
        }
        if (verdict == Verdict.ACCEPTED) {
            ledger.delivered(
                    push, receipt.receiptNo() == null ? receipt.message() : receipt.receiptNo());
        } else {
            ledger.refused(push, receipt.message());
        }
        if (verdict == Verdict.REFUSED
                || ledger.isSettled(push.content().sharingNo(), push.content().platform())) {
            process.receiptsArrived(push.content().sharingNo(), push.content().platform());
        }
    }
}
