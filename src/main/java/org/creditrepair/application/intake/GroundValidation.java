package org.creditrepair.application.intake;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.creditrepair.application.intake.ApplicationForm.ItemForm;
import org.creditrepair.application.model.CourtMeasure;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.record.Ground;
import org.jspecify.annotations.Nullable;

/** Validates the ground of an application and the fields that it requires. */
final class GroundValidation {

    private static final Set<Ground> DEFAULTERS_ONLY =
            EnumSet.of(
                    Ground.VOLUNTARY,
                    Ground.GUARANTEE,
                    Ground.SETTLEMENT_PERFORMED,
                    Ground.EXECUTED,
                    Ground.OWN_MOTION);

    private final Violations wrong;
    private final LocalDate today;

    GroundValidation(Violations wrong, LocalDate today) {
        this.wrong = wrong;
        this.today = today;
    }

    /**
     * @param byAuthority whether the unit acts of its own motion (依职权)
     */
    void check(String field, RepairItem item, ItemForm form, boolean byAuthority) {
        Ground ground = wrong.optionalCode(field + ".ground", form.ground(), Ground.class);
        CourtMeasure measure =
                wrong.optionalCode(field + ".measure", form.measure(), CourtMeasure.class);
        if (DEFAULTERS_ONLY.contains(ground)
                && RepairPath.of(item.path()) != RepairPath.SERIOUS_JUDGMENT_DEFAULTER) {
            wrong.add(Violation.invalid(field + ".ground", "该申请情形仅适用于失信被执行人名单"));
        }
        if (byAuthority != (ground == Ground.OWN_MOTION)) {
            wrong.add(Violation.invalid(field + ".ground", "依职权办理的申请情形须为 OWN_MOTION，申请办理的不能为此"));
        }
        if (ground == Ground.OWN_MOTION && measure == null) {
            wrong.add(Violation.required(field + ".measure"));
        }
        if (ground != Ground.OWN_MOTION && measure != null) {
            wrong.add(Violation.invalid(field + ".measure", "处理方式仅由法院依职权确定"));
        }
        boolean shielded = ground == Ground.BANKRUPTCY_RULING || measure == CourtMeasure.SHIELD;
        later(field + ".shieldUntil", form.shieldUntil(), shielded, ground == Ground.GUARANTEE);
        later(field + ".shortenTo", form.shortenTo(), measure == CourtMeasure.SHORTEN, false);
    }

    private void later(String field, @Nullable String value, boolean needed, boolean allowed) {
        if (Violations.isBlank(value)) {
            if (needed) {
                wrong.add(Violation.required(field));
            }
            return;
        }
        if (!needed && !allowed) {
            wrong.add(Violation.invalid(field, "该申请情形无此项"));
            return;
        }
        LocalDate day = wrong.anyDay(field, value);
        if (day != null && !day.isAfter(today)) {
            wrong.add(Violation.invalid(field, "须晚于今天（" + today + "）"));
        }
    }
}
