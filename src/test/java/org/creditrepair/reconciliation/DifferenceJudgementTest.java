package org.creditrepair.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.reconciliation.DisplayDifference.Handling;
import org.creditrepair.reconciliation.DisplayDifference.Kind;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.sharing.ledger.PushContent;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.rules.DmnRuleTables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done about a difference, by what the platform was told and whether a person decided. */
class DifferenceJudgementTest {

    private static final RegionCode REGION = new RegionCode("150100");
    private static final OffsetDateTime BEGUN = OffsetDateTime.parse("2026-03-02T02:00:00+08:00");
    private static final OffsetDateTime TOLD = BEGUN.minusDays(1);

    private final ExternalResults results = mock(ExternalResults.class);
    private final DifferenceStore differences = mock(DifferenceStore.class);
    private final DifferenceJudgement judgement =
            new DifferenceJudgement(new DmnRuleTables(), results, differences);

    @ParameterizedTest(name = "{0} at {1}, {2}, kept {3}, national too {4}: {5}")
    @CsvSource({
        "UNKNOWN_HERE, gsxt, NOTHING, false, false, PERSON",
        "MISSING_THERE, gsxt, PENDING, false, false, WAIT",
        "MISSING_THERE, gsxt, LATER, false, false, WAIT",
        "SHOWN_THERE, gsxt, DELIVERED, false, false, PUSH",
        "SHOWN_THERE, gsxt, DELIVERED, false, true, FOLLOW",
        "SHOWN_THERE, gsxt, DELIVERED, true, true, PUSH",
        "SHOWN_THERE, gsxt, AGAIN, false, false, PERSON",
        "SHOWN_THERE, creditchina, DELIVERED, false, true, PUSH",
        "MISSING_THERE, creditchina, NOTHING, false, true, PUSH",
        "MISSING_THERE, creditchina, DELIVERED, false, true, PERSON",
        "MISSING_THERE, creditchina, NOTHING, true, true, PUSH"
    })
    void aDifference(
            Kind kind,
            String platform,
            String told,
            boolean keptByAPerson,
            boolean nationalToo,
            Handling handling) {
        Optional<Push> last =
                switch (told) {
                    case "NOTHING" -> Optional.empty();
                    case "PENDING" -> Optional.of(push(Push.Status.PENDING, "1-REPAIRED", null));
                    case "LATER" ->
                            Optional.of(
                                    push(
                                            Push.Status.DELIVERED,
                                            "1-REPAIRED",
                                            BEGUN.plusSeconds(1)));
                    case "AGAIN" ->
                            Optional.of(
                                    push(Push.Status.DELIVERED, run(platform).sharingNo(), TOLD));
                    default -> Optional.of(push(Push.Status.DELIVERED, "1-REPAIRED", TOLD));
                };
        when(results.keptSince(REGION, "A-1", platform, last.map(Push::createdAt).orElse(null)))
                .thenReturn(keptByAPerson);
        when(differences.open(REGION, "creditchina", "A-1"))
                .thenReturn(
                        nationalToo
                                ? Optional.of(mock(DisplayDifference.class))
                                : Optional.empty());
        assertThat(judgement.judge(run(platform), kind, "A-1", last).handling())
                .isEqualTo(handling);
    }

    private static Reconciliation run(String platform) {
        return new Reconciliation(
                7,
                REGION,
                platform,
                "server",
                BEGUN,
                null,
                new Reconciliation.Counts(null, null, null),
                null,
                null);
    }

    private static Push push(Push.Status status, String sharingNo, OffsetDateTime deliveredAt) {
        return new Push(
                1,
                new PushContent(
                        "key",
                        sharingNo,
                        "gsxt",
                        REGION,
                        PlatformEvent.REPAIRED,
                        "A-1",
                        "{}",
                        false),
                status,
                1,
                null,
                null,
                TOLD.minusHours(1),
                deliveredAt);
    }
}
