package org.creditrepair.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.creditrepair.application.intake.ApplicationForm.ItemForm;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.problem.Violations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ground asks for which further fields, and which it forbids. */
class GroundValidationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "{0} {1} {2} until {3} shortened to {4}: {6}")
    @CsvSource({
        // path, ground, measure, shielded until, shortened to, of its own motion, wrong
        "penalty-other, , , , , false, ",
        "penalty-other, FULFILLED, , , , false, ",
        "penalty-other, VOLUNTARY, , , , false, ground INVALID",
        "penalty-other, WHATEVER, , , , false, ground INVALID",
        "serious-judgment-defaulter, VOLUNTARY, , , , false, ",
        "serious-judgment-defaulter, EXECUTED, DELETE, , , false, measure INVALID",
        "serious-judgment-defaulter, OWN_MOTION, DELETE, , , true, ",
        "serious-judgment-defaulter, OWN_MOTION, , , , true, measure REQUIRED",
        "serious-judgment-defaulter, OWN_MOTION, DELETE, , , false, ground INVALID",
        "serious-judgment-defaulter, EXECUTED, , , , true, ground INVALID",
        "serious-judgment-defaulter, OWN_MOTION, SHIELD, , , true, shieldUntil REQUIRED",
        "serious-judgment-defaulter, OWN_MOTION, SHIELD, 2026-03-03, , true, ",
        "serious-judgment-defaulter, OWN_MOTION, SHIELD, 2026-03-02, , true, shieldUntil INVALID",
        "serious-judgment-defaulter, OWN_MOTION, SHORTEN, , , true, shortenTo REQUIRED",
        "serious-judgment-defaulter, OWN_MOTION, SHORTEN, , 2026-06-01, true, ",
        "serious-judgment-defaulter, OWN_MOTION, DELETE, 2026-06-01, , true, shieldUntil INVALID",
        "serious-judgment-defaulter, GUARANTEE, , 2026-06-01, , false, ",
        "serious-judgment-defaulter, GUARANTEE, , , , false, ",
        "penalty-other, BANKRUPTCY_RULING, , 2026-06-01, , false, ",
        "penalty-other, BANKRUPTCY_RULING, , , , false, shieldUntil REQUIRED",
        "penalty-other, FULFILLED, , , 2026-06-01, false, shortenTo INVALID",
        "penalty-other, BANKRUPTCY_RULING, , tomorrow, , false, shieldUntil INVALID"
    })
    void aGround(
            String path,
            String ground,
            String measure,
            String shieldUntil,
            String shortenTo,
            boolean ownMotion,
            String wrong) {
        Violations violations = new Violations(TODAY);
        RepairItem item =
                new RepairItem(
                        path,
                        path,
                        path,
                        RecordCategory.SERIOUS,
                        List.of("court"),
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of());
        ItemForm form =
                new ItemForm(
                        path, "1", "已纠正", null, List.of(), ground, measure, shieldUntil, shortenTo);
        new GroundValidation(violations, TODAY).check("items[0]", item, form, ownMotion);
        assertThat(violations.found())
                .extracting(violation -> violation.field() + " " + violation.code())
                .isEqualTo(wrong == null ? List.of() : List.of("items[0]." + wrong));
    }
}
